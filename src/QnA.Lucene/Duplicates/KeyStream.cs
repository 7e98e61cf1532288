using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using QnA.Text.Likeness;

namespace QnA.Lucene.Duplicates;

/// <summary>The keys of a sketch for Lucene's index, see <see cref="KeyPlace"/>.</summary>
internal sealed class KeyStream : TokenStream
{
    private readonly ICharTermAttribute _term;
    private readonly IPositionIncrementAttribute _step;
    private TextSketch? _sketch;
    private int _next;
    private int _position;

    public KeyStream()
    {
        _term = AddAttribute<ICharTermAttribute>();
        _step = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <summary>Sets the sketch whose keys are read next.</summary>
    public void Set(TextSketch sketch) => _sketch = sketch;

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _next = 0;
        _position = -1;
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (_next >= _sketch!.Keys.Length)
        {
            return false;
        }

        // Keys ascend, and so do their positions.
        var place = KeyPlace.Of(_sketch.Keys[_next++]);
        ClearAttributes();
        _term.SetEmpty();
        _term.Append(place.Term);
        _step.PositionIncrement = place.Position - _position;
        _position = place.Position;
        return true;
    }
}
