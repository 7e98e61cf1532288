using System.Text;

namespace QnA.Bot.Web.Pages;

/// <summary>Writes text that is not ours into HTML so that a browser reads back the same characters.</summary>
/// <remarks>
/// Only what HTML would change is escaped (WHATWG HTML, section 13.2): a numeric reference to a C1 control, as general encoders write
/// it, would be read as a character of Windows-1252. A null cannot stand in HTML at all and becomes U+FFFD.
/// </remarks>
internal static class HtmlText
{
    public static string Encode(string text)
    {
        var builder = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => builder.Append("&amp;"),
                '<' => builder.Append("&lt;"),
                '>' => builder.Append("&gt;"),
                '"' => builder.Append("&quot;"),
                '\'' => builder.Append("&#39;"),
                '\r' => builder.Append("&#13;"),
                '\0' => builder.Append('\uFFFD'),
                _ => builder.Append(c),
            };
        }

        return builder.ToString();
    }
}
