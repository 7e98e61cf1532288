using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace QnA.Search.Duplicates;

/// <summary>The keys of a sketch as terms for Lucene's index.</summary>
internal sealed class KeyStream : TokenStream
{
    private readonly ICharTermAttribute _term;
    private TextSketch? _sketch;
    private int _next;

    public KeyStream() => _term = AddAttribute<ICharTermAttribute>();

    /// <summary>Sets the sketch whose keys are read next.</summary>
    public void Set(TextSketch sketch) => _sketch = sketch;

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _next = 0;
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (_next >= _sketch!.Keys.Length)
        {
            return false;
        }

        ClearAttributes();
        _term.SetEmpty();
        _term.Append(SketchCodec.TermOf(_sketch!.Keys[_next++]));
        return true;
    }
}
