using System.Globalization;
using System.Net;
using System.Text;

namespace QnA.Evaluation.Reports.Html;

/// <summary>Writes HTML in which text can never become markup.</summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder _html = new();

    /// <summary>Writes markup of our own as it is.</summary>
    public HtmlWriter Raw(string markup)
    {
        _html.Append(markup);
        return this;
    }

    /// <summary>Writes text of articles, questions or people.</summary>
    public HtmlWriter Text(string text)
    {
        _html.Append(Encode(text));
        return this;
    }

    /// <summary>Writes an element that holds text.</summary>
    /// <param name="tag">The element's name, with attributes of our own.</param>
    /// <param name="text">The text.</param>
    public HtmlWriter Element(string tag, string text) =>
        Raw($"<{tag}>").Text(text).Raw($"</{tag.Split(' ')[0]}>\n");

    /// <summary>Writes a row of a table.</summary>
    /// <param name="tag">The element of each cell.</param>
    /// <param name="cells">The texts.</param>
    public HtmlWriter Row(string tag, params IEnumerable<string> cells)
    {
        Raw("<tr>");
        foreach (var cell in cells)
        {
            Raw($"<{tag}>").Text(cell).Raw($"</{tag.Split(' ')[0]}>");
        }

        return Raw("</tr>\n");
    }

    /// <summary>Makes a number with a point, whatever the machine's culture, for attributes of drawings.</summary>
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Encodes text for elements and attributes; control characters and marks that override the reading direction become U+FFFD.</summary>
    public static string Encode(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var obeyed = (char.IsControl(c) && c is not ('\n' or '\t'))
                || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
            clean.Append(obeyed ? '\uFFFD' : c);
        }

        return WebUtility.HtmlEncode(clean.ToString());
    }

    /// <inheritdoc/>
    public override string ToString() => _html.ToString();
}
