using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace QnA.Search.Analysis;

/// <summary>The terms of a text for Lucene's index.</summary>
internal sealed class TermStream : TokenStream
{
    private readonly LanguageAnalysis _analysis;
    private readonly ReadOnlyMemory<char> _text;
    private readonly ICharTermAttribute _term;
    private readonly List<string> _terms = [];
    private int _next;

    public TermStream(LanguageAnalysis analysis, ReadOnlyMemory<char> text)
    {
        _analysis = analysis;
        _text = text;
        _term = AddAttribute<ICharTermAttribute>();
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _next = 0;
        _terms.Clear();
        var words = new WordScanner(_text.Span);
        while (words.MoveNext())
        {
            _terms.Add(_analysis.Analyze(words.Word, words.IsPiece).Term);
        }
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (_next >= _terms.Count)
        {
            return false;
        }

        ClearAttributes();
        _term.SetEmpty();
        _term.Append(_terms[_next++]);
        return true;
    }
}
