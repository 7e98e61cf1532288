using System.Globalization;
using System.Text;

namespace QnA.Testing.Recording;

/// <summary>Writes text as C#.</summary>
internal static class CSharpText
{
    /// <summary>Writes a string literal; what could break out of it, or would be read in another order than it stands, is escaped.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => literal.Append("\\\""),
                '\\' => literal.Append(@"\\"),
                '\n' => literal.Append("\\n"),
                '\t' => literal.Append("\\t"),
                _ when char.IsSurrogate(c) || !IsPlain(c) => literal.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => literal.Append(c),
            };
        }

        return literal.Append('"').ToString();
    }

    /// <summary>Tells whether a name can be that of a class or method.</summary>
    public static bool IsIdentifier(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static bool IsPlain(char c) => char.GetUnicodeCategory(c) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);
}
