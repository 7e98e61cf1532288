using System.Collections.Frozen;
using System.Globalization;

namespace QnA.Text.Sentences;

/// <summary>What a point means in one language, beyond the end of a sentence.</summary>
/// <param name="Language">Two or three lower-case letters (ISO 639).</param>
/// <param name="Ordinals">Whether a number and a point are an ordinal: "19. Jahrhundert".</param>
/// <param name="Dates">Whether a number, a point and a number are a date: "1897. 3. 4.".</param>
/// <param name="FullWidthPoint">Whether "．" ends a sentence, as in Japanese papers.</param>
internal sealed record SentenceConventions(string Language, bool Ordinals, bool Dates, bool FullWidthPoint)
{
    private static readonly FrozenSet<string> OrdinalLanguages =
        new[] { "de", "no", "nb", "nn", "da", "tr", "cs", "sk", "fi", "hu", "pl", "sl", "hr", "bs", "sr", "et", "lv", "is", "eu", "az" }
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Returns the conventions of a language.</summary>
    public static SentenceConventions Of(string language) =>
        new(language, OrdinalLanguages.Contains(language), language is "ko" or "hu", language == "ja");

    /// <summary>Tells whether a character is a vowel or a sign on the letter before it, in the scripts of India whose abbreviations are known here.</summary>
    public bool IsVowelSign(char c) =>
        (c is >= '\u0980' and <= '\u0D7F' || (Language == "mr" && c is >= '\u0900' and <= '\u097F'))
        && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
