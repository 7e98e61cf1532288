namespace QnA.Core.Conflicts;

/// <summary>The triples of letters that a text has: a quick look at whether two texts can be alike.</summary>
internal sealed class Letters
{
    private const int Size = 3;

    // Of the triples of the longer text. A name of four words in a sentence of twelve changes half of them.
    private const double MinShared = 0.4;

    private readonly HashSet<int> _triples;

    private Letters(HashSet<int> triples) => _triples = triples;

    /// <summary>Looks at a text.</summary>
    public static Letters Of(ReadOnlySpan<char> text)
    {
        var triples = new HashSet<int>(text.Length);
        for (var i = 0; i + Size <= text.Length; i++)
        {
            triples.Add((text[i] * 31 * 31) + (text[i + 1] * 31) + text[i + 2]);
        }

        return new Letters(triples);
    }

    /// <summary>Tells whether another text can be alike.</summary>
    public bool IsLike(Letters other)
    {
        var (fewer, more) = _triples.Count <= other._triples.Count ? (_triples, other._triples) : (other._triples, _triples);
        var needed = MinShared * more.Count;
        return fewer.Count >= needed && fewer.Count(more.Contains) >= needed;
    }
}
