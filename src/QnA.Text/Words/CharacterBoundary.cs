using System.Globalization;

namespace QnA.Text.Words;

/// <summary>Where what a reader sees as one character begins and ends: the rules of Unicode Standard Annex 29 whose breach is seen.</summary>
internal static class CharacterBoundary
{
    private const char ZeroWidthJoiner = '\u200D';

    /// <summary>Tells whether a cut at a position, neither 0 nor the length, leaves every character whole.</summary>
    /// <param name="text">Valid UTF-16.</param>
    /// <param name="position">A UTF-16 offset inside the text.</param>
    public static bool IsAt(string text, int position)
    {
        var before = text[position - 1];
        if (char.IsHighSurrogate(before) || before == ZeroWidthJoiner || text[position] == ZeroWidthJoiner)
        {
            return false;
        }

        // A mark after white space has no letter to stand on, so it stands alone.
        return !(Extends(text, position) && !char.IsWhiteSpace(before))
            && !JoinsHangul(before, text[position])
            && !SplitsFlag(text, position);
    }

    /// <summary>Tells whether a cut at a position, 0 and the length included, leaves every character whole.</summary>
    public static bool IsCut(string text, int position) => position == 0 || position == text.Length || IsAt(text, position);

    /// <summary>Widens a span to the nearest cuts that hold it.</summary>
    public static TextSpan Widen(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (!IsCut(text, start))
        {
            start--;
        }

        while (!IsCut(text, end))
        {
            end++;
        }

        return new TextSpan(start, end);
    }

    /// <summary>Rule GB9: combining marks, skin tones, the tags of flags such as Scotland's, half-width voicing marks.</summary>
    private static bool Extends(string text, int position) =>
        CharUnicodeInfo.GetUnicodeCategory(text, position)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
        || text[position] is '\uFF9E' or '\uFF9F'
        || CodePoint(text, position) is (>= 0x1F3FB and <= 0x1F3FF) or (>= 0xE0020 and <= 0xE007F);

    /// <summary>Rules GB6 to GB8: jamo that make one syllable.</summary>
    private static bool JoinsHangul(char before, char after) => (Jamo(before), Jamo(after)) switch
    {
        (HangulType.L, not (HangulType.None or HangulType.T)) => true,
        (HangulType.V or HangulType.LV, HangulType.V or HangulType.T) => true,
        (HangulType.T or HangulType.LVT, HangulType.T) => true,
        _ => false,
    };

    /// <summary>Rules GB12 and GB13: regional indicators make flags two by two, counted from the first of their run.</summary>
    private static bool SplitsFlag(string text, int position)
    {
        if (!IsRegionalIndicator(text, position))
        {
            return false;
        }

        var first = position;
        while (first >= 2 && IsRegionalIndicator(text, first - 2))
        {
            first -= 2;
        }

        return (position - first) / 2 % 2 == 1;
    }

    private static bool IsRegionalIndicator(string text, int position) => CodePoint(text, position) is >= 0x1F1E6 and <= 0x1F1FF;

    private static int CodePoint(string text, int position) =>
        char.IsHighSurrogate(text[position]) ? char.ConvertToUtf32(text, position) : text[position];

    private static HangulType Jamo(char c) => c switch
    {
        (>= '\u1100' and <= '\u115F') or (>= '\uA960' and <= '\uA97C') => HangulType.L,
        (>= '\u1160' and <= '\u11A7') or (>= '\uD7B0' and <= '\uD7C6') => HangulType.V,
        (>= '\u11A8' and <= '\u11FF') or (>= '\uD7CB' and <= '\uD7FB') => HangulType.T,
        >= '\uAC00' and <= '\uD7A3' => (c - '\uAC00') % 28 == 0 ? HangulType.LV : HangulType.LVT,
        _ => HangulType.None,
    };

    private enum HangulType
    {
        None,
        L,
        V,
        T,
        LV,
        LVT,
    }
}
