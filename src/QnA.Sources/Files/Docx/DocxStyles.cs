using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace QnA.Sources.Files.Docx;

/// <summary>Tells what the styles of a document make of a paragraph.</summary>
/// <remarks>Styles have names of the language they were made in, and levels of outline that mean the same everywhere.</remarks>
internal sealed class DocxStyles
{
    /// <summary>The level that means body text (ECMA-376, part 1, section 17.3.1.20).</summary>
    private const int BodyText = 9;

    /// <summary>Styles that are based on each other in a circle end here.</summary>
    private const int MaxAncestors = 20;

    private readonly Dictionary<string, Style> _byId = new(StringComparer.Ordinal);

    public DocxStyles(Styles? styles)
    {
        foreach (var style in styles?.Elements<Style>() ?? [])
        {
            _byId.TryAdd(style.StyleId?.Value ?? "", style);
        }

        Language = styles?.DocDefaults?.RunPropertiesDefault?.RunPropertiesBaseStyle?.Languages?.Val?.Value;
    }

    /// <summary>Gets the language that text has unless it says otherwise.</summary>
    public string? Language { get; }

    /// <summary>Tells whether a paragraph is the document's title.</summary>
    public bool IsTitle(ParagraphProperties? properties) =>
        Ancestors(properties?.ParagraphStyleId?.Val?.Value).Any(style => NameIs(style, "title"));

    /// <summary>Tells the level of a heading, from 1; <see langword="null"/> where a paragraph is none. The document's title is of the first.</summary>
    public int? HeadingLevelOf(ParagraphProperties? properties)
    {
        if (properties?.OutlineLevel?.Val?.Value is { } own)
        {
            return own < BodyText ? own + 1 : null;
        }

        foreach (var style in Ancestors(properties?.ParagraphStyleId?.Val?.Value))
        {
            if (style.StyleParagraphProperties?.OutlineLevel?.Val?.Value is { } level)
            {
                return level < BodyText ? level + 1 : null;
            }

            if (LevelOfName(style.StyleName?.Val?.Value, "heading ") is { } named)
            {
                return named;
            }
        }

        // A document without a part for styles still names the built-in ones.
        return properties?.ParagraphStyleId?.Val?.Value is { } id && !_byId.ContainsKey(id) ? LevelOfName(id, "Heading") : null;
    }

    /// <summary>Tells whether a paragraph is a line of a table of contents or of an index.</summary>
    public bool IsNavigation(ParagraphProperties? properties) =>
        properties?.ParagraphStyleId?.Val?.Value is { } id
        && (IsContents(id) || Ancestors(id).Any(style => style.StyleName?.Val?.Value is { } name && IsContents(name)));

    // Word's built-in names of styles are the same in every language of its own.
    private static bool IsContents(string name) =>
        name.StartsWith("toc", StringComparison.OrdinalIgnoreCase) || name.StartsWith("index ", StringComparison.OrdinalIgnoreCase)
        || name.Equals("table of figures", StringComparison.OrdinalIgnoreCase);

    private static int? LevelOfName(string? name, string prefix)
    {
        if (string.Equals(name, "title", StringComparison.OrdinalIgnoreCase))
        {
            return 1;
        }

        return name?.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) == true
            ? int.TryParse(name.AsSpan(prefix.Length), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var level)
                ? Math.Clamp(level, 1, BodyText) : 1
            : null;
    }

    /// <summary>Finds the list that a paragraph belongs to, by itself or by its style.</summary>
    public NumberingProperties? NumberingOf(ParagraphProperties? properties) =>
        properties?.NumberingProperties
        ?? Ancestors(properties?.ParagraphStyleId?.Val?.Value)
            .Select(style => style.StyleParagraphProperties?.NumberingProperties)
            .FirstOrDefault(numbering => numbering is not null);

    private static bool NameIs(Style style, string name) => string.Equals(style.StyleName?.Val?.Value, name, StringComparison.OrdinalIgnoreCase);

    private IEnumerable<Style> Ancestors(string? id)
    {
        for (var i = 0; i < MaxAncestors && id is not null && _byId.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }
}
