using System.Globalization;

namespace QnA.Text.Numbers;

/// <summary>Writes the digits of all scripts as 0 to 9, so that numbers are read alike.</summary>
internal static class Digits
{
    /// <summary>Returns the text with plain digits and separators; its length, and so every position, stays.</summary>
    public static string ToPlain(string text) =>
        text.AsSpan().ContainsAnyExceptInRange('\0', '\u007F') ? string.Create(text.Length, text, Fill) : text;

    private static void Fill(Span<char> plain, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            plain[i] = text[i] switch
            {
                '\u066B' => '.',
                '\u066C' => ',',
                var c when char.GetUnicodeCategory(c) == UnicodeCategory.DecimalDigitNumber => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)),
                var c => c,
            };
        }
    }
}
