namespace QnA.Text.Words;

/// <summary>Tells whether two words are the same but for their endings.</summary>
internal static class WordMatch
{
    private const int MinStem = 4;
    private const int MaxEnding = 4;

    /// <summary>Tells whether two folded words share a stem: <c>repair</c>, <c>repaired</c>; <c>decide</c>, <c>decision</c>.</summary>
    public static bool SameStem(string left, string right)
    {
        if (left == right)
        {
            return true;
        }

        if (CoarseScripts.IsUnspaced(left[0]))
        {
            return false;
        }

        var common = left.AsSpan().CommonPrefixLength(right);
        var (shorter, longer) = (Math.Min(left.Length, right.Length), Math.Max(left.Length, right.Length));
        return (common >= MinStem && common >= shorter - 2 && longer - common <= MaxEnding)
            || (common == shorter && longer - shorter == 1 && common >= 2);
    }

    /// <summary>Tells whether two folded words are one name: equal but for a plural or a short case ending.</summary>
    /// <remarks>Names are short and alike, so less than for other words may differ; inflected scripts change endings of names.</remarks>
    public static bool SameName(string left, string right)
    {
        if (left == right)
        {
            return true;
        }

        var common = left.AsSpan().CommonPrefixLength(right);
        var (shorter, longer) = (Math.Min(left.Length, right.Length), Math.Max(left.Length, right.Length));
        return CoarseScripts.Of(left[0]) is CoarseScript.Cyrillic or CoarseScript.Greek
            ? common >= 3 && shorter - common <= 2 && longer - common <= 3
            : common == shorter && longer - shorter == 1 && left[^1] != right[^1] && (longer == left.Length ? left : right)[^1] is 's' or 'n' && common >= 4;
    }
}
