using System.Globalization;
using System.Text;

namespace QnA.Text.Words;

/// <summary>What a character is to a <see cref="WordScanner"/>.</summary>
internal enum CharacterKind
{
    /// <summary>Space, punctuation or a symbol.</summary>
    Other,

    /// <summary>A letter or digit of a script that parts words by spaces.</summary>
    Word,

    /// <summary>A letter of a script that does not.</summary>
    Unspaced,

    /// <summary>A mark on the letter before.</summary>
    Mark,
}

/// <summary>Tells scripts apart by how they write words.</summary>
internal static class Scripts
{
    /// <summary>Tells the kind of the character at a position and how many code units it has.</summary>
    public static CharacterKind KindAt(ReadOnlySpan<char> text, int position, out int length)
    {
        var c = text[position];
        length = 1;
        if (c < 0x80)
        {
            return char.IsAsciiLetterOrDigit(c) ? CharacterKind.Word : CharacterKind.Other;
        }

        if (char.IsHighSurrogate(c) && position + 1 < text.Length && Rune.TryCreate(c, text[position + 1], out var rune))
        {
            length = 2;
            return rune.Value is >= 0x20000 and < 0x33480
                ? CharacterKind.Unspaced
                : Rune.IsLetterOrDigit(rune) ? CharacterKind.Word : CharacterKind.Other;
        }

        return CharUnicodeInfo.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => CharacterKind.Mark,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => IsUnspaced(c) ? CharacterKind.Unspaced : CharacterKind.Word,
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => CharacterKind.Word,
            _ => CharacterKind.Other,
        };
    }

    /// <summary>Tells whether a letter belongs to a script that puts no spaces between words.</summary>
    public static bool IsUnspaced(char c) =>
        c is (>= '\u0E01' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1100' and <= '\u11FF') or (>= '\u1780' and <= '\u17FF')
            or (>= '\u2E80' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7FF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF66' and <= '\uFFDC');

    /// <summary>Tells whether two letters that touch are of two scripts of which Japanese writes one word in one.</summary>
    public static bool Part(char left, char right) => KanaOf(left) is var kana && KanaOf(right) is var other && kana != other && right != 'ー';

    /// <summary>Tells whether a character is of the script of Japanese particles and endings.</summary>
    public static bool IsHiragana(char c) => c is >= '\u3041' and <= '\u309F';

    // 0 for all that is no Kana.
    private static int KanaOf(char c) => IsHiragana(c) ? 1 : c is (>= '\u30A0' and <= '\u30FF') or (>= '\u31F0' and <= '\u31FF') or (>= '\uFF66' and <= '\uFF9F') ? 2 : 0;

    /// <summary>Tells whether a character is a letter of a script that parts words by spaces.</summary>
    public static bool IsSpacedLetter(char c) => char.IsLetter(c) && !IsUnspaced(c);
}
