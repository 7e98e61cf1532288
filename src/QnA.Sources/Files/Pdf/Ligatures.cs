using System.Text;

namespace QnA.Sources.Files.Pdf;

/// <summary>Writes the letters that a font drew as one sign: a choice of type, not of spelling.</summary>
internal static class Ligatures
{
    // U+FB00 to U+FB06, Alphabetic Presentation Forms (Unicode Standard, code charts).
    private const char First = '\uFB00';
    private static readonly string[] Letters = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    /// <summary>Returns a text with <c>ﬁ</c> as <c>fi</c>.</summary>
    public static string Expand(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange(First, (char)(First + Letters.Length - 1)) < 0)
        {
            return text;
        }

        var expanded = new StringBuilder(text.Length + 8);
        foreach (var character in text)
        {
            var sign = character - First;
            if (sign >= 0 && sign < Letters.Length)
            {
                expanded.Append(Letters[sign]);
            }
            else
            {
                expanded.Append(character);
            }
        }

        return expanded.ToString();
    }
}
