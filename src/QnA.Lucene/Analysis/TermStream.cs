using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;
using QnA.Answering.Analysis;
using Attribute = Lucene.Net.Util.Attribute;

namespace QnA.Lucene.Analysis;

/// <summary>The terms of words for Lucene's index; one stream for one field after the other, because making one costs more than a field's terms.</summary>
internal sealed class TermStream : TokenStream
{
    private readonly TermBytes _bytes = new();
    private ArraySegment<WordInfo> _words = ArraySegment<WordInfo>.Empty;
    private int _next;

    public TermStream() => AddAttributeImpl(_bytes);

    /// <summary>Sets the words that are read next.</summary>
    public void Set(ArraySegment<WordInfo> words) => _words = words;

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        // Once for all tokens: Lucene adds only the step of one to what this stream has, and changes nothing until the end.
        ClearAttributes();
        _next = 0;
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (_next >= _words.Count)
        {
            return false;
        }

        _bytes.Set(_words[_next++].Bytes);
        return true;
    }

    /// <summary>A term whose bytes are known: Lucene's own attribute encodes the characters of each token anew.</summary>
    private sealed class TermBytes : Attribute, ITermToBytesRefAttribute
    {
        private byte[] _term = [];

        /// <inheritdoc/>
        public BytesRef BytesRef { get; } = new();

        public void Set(byte[] term) => _term = term;

        /// <inheritdoc/>
        public void FillBytesRef()
        {
            BytesRef.Bytes = _term;
            BytesRef.Offset = 0;
            BytesRef.Length = _term.Length;
        }

        /// <inheritdoc/>
        public override void Clear() => _term = [];

        /// <inheritdoc/>
        public override void CopyTo(IAttribute target) => ((TermBytes)target)._term = _term;
    }
}
