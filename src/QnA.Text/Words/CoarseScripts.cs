namespace QnA.Text.Words;

/// <summary>What verification must know of scripts.</summary>
internal static class CoarseScripts
{
    /// <summary>Tells whether a character belongs to a script that writes no spaces: Thai, Lao, Burmese, Khmer, ideographs, kana.</summary>
    public static bool IsUnspaced(char c) =>
        c is (>= '\u0E00' and <= '\u0EFF')
            or (>= '\u1000' and <= '\u109F')
            or (>= '\u1780' and <= '\u17FF')
            or (>= '\u3040' and <= '\u30FF')
            or (>= '\u3400' and <= '\u9FFF')
            or (>= '\uF900' and <= '\uFAFF');

    /// <summary>Gets the script of a letter, coarsely: enough to tell that two texts cannot share words.</summary>
    public static CoarseScript Of(char c) => c switch
    {
        < '\u0250' or (>= '\u1E00' and <= '\u1EFF') => CoarseScript.Latin,
        >= '\u0370' and <= '\u03FF' => CoarseScript.Greek,
        >= '\u0400' and <= '\u052F' => CoarseScript.Cyrillic,
        >= '\u0590' and <= '\u05FF' => CoarseScript.Hebrew,
        >= '\u0600' and <= '\u06FF' => CoarseScript.Arabic,
        >= '\u0900' and <= '\u097F' => CoarseScript.Devanagari,
        >= '\u0E00' and <= '\u0E7F' => CoarseScript.Thai,
        >= '\u3040' and <= '\u30FF' => CoarseScript.Kana,
        >= '\u3400' and <= '\u9FFF' => CoarseScript.Han,
        >= '\uAC00' and <= '\uD7AF' => CoarseScript.Hangul,
        _ => CoarseScript.Other,
    };
}

/// <summary>A script.</summary>
internal enum CoarseScript
{
    Other,
    Latin,
    Greek,
    Cyrillic,
    Hebrew,
    Arabic,
    Devanagari,
    Thai,
    Kana,
    Han,
    Hangul,
}
