using System.Text;
using QnA.Core.Articles;

namespace QnA.Sources.Files;

/// <summary>Checks what a file says about its article, in front matter or JSON, and says what was expected instead.</summary>
internal static class ArticleFields
{
    /// <summary>How much of a wrong value an error repeats.</summary>
    private const int MaxShownValue = 80;

    /// <summary>Reads an id: kept as it is.</summary>
    /// <exception cref="ArticleFormatException">It is empty or too long.</exception>
    public static string Id(string field, string? value, int? line)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new ArticleFormatException($"The field '{field}' is missing or empty. Give the article an id that no other has.", line);
        }

        return value.Length <= Article.MaxIdLength
            ? value
            : throw Wrong(field, value, $"an id of at most {Article.MaxIdLength} characters", line);
    }

    /// <summary>Reads a date.</summary>
    /// <returns><see langword="null"/> where the value is empty.</returns>
    /// <exception cref="ArticleFormatException">It is no date.</exception>
    public static PublicationDate? Published(string field, string? value, int? line)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        return PublicationDate.TryParse(value, out var date)
            ? date
            : throw Wrong(field, value, "a date as in 2024, 2024-05, 2024-05-03 or 2024-05-03T10:00:00Z", line);
    }

    /// <summary>Reads an address.</summary>
    /// <returns><see langword="null"/> where the value is empty.</returns>
    /// <exception cref="ArticleFormatException">It is no absolute http or https address.</exception>
    public static string? Url(string field, string? value, int? line)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        return Uri.TryCreate(value.Trim(), UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? value.Trim()
            : throw Wrong(field, value, "an absolute address that begins with http:// or https://", line);
    }

    /// <summary>Reads a language tag; an underscore is taken for a hyphen.</summary>
    /// <returns><see langword="null"/> where the value is empty.</returns>
    /// <exception cref="ArticleFormatException">It is no tag.</exception>
    public static string? Language(string field, string? value, int? line)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        var tag = value.Trim().Replace('_', '-');
        return IsLanguageTag(tag) ? tag : throw Wrong(field, value, "a language tag as in en, de or pt-BR", line);
    }

    /// <summary>Reads a language tag that nobody wrote for this program: what is none is taken as unknown.</summary>
    public static string? LanguageOrNone(string? value)
    {
        var tag = (value ?? "").Trim().Replace('_', '-');
        return IsLanguageTag(tag) ? tag : null;
    }

    /// <summary>Reads a name or title: white space and control characters become single spaces.</summary>
    /// <returns><see langword="null"/> where nothing is left.</returns>
    public static string? OneLine(string? value)
    {
        var line = new StringBuilder();
        foreach (var character in value ?? "")
        {
            if (!char.IsWhiteSpace(character) && !char.IsControl(character))
            {
                line.Append(character);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.Length == 0 ? null : line.ToString().TrimEnd(' ');
    }

    /// <summary>Reads tags: what is empty is left out, and no tag comes twice.</summary>
    public static IReadOnlyList<string> Tags(IEnumerable<string?> values) =>
        [.. values.Select(OneLine).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>Makes the error for a value.</summary>
    public static ArticleFormatException Wrong(string field, string value, string expected, int? line)
    {
        var shown = OneLine(value) ?? "";
        shown = shown.Length <= MaxShownValue ? shown : $"{shown[..MaxShownValue]}…";
        return new ArticleFormatException($"The field '{field}' is '{shown}'; expected {expected}.", line);
    }

    // RFC 5646, section 2.1: a primary language of two or three letters, then subtags of one to eight letters or digits.
    private static bool IsLanguageTag(string tag)
    {
        var subtags = tag.Split('-');
        return subtags[0].Length is 2 or 3
            && subtags[0].All(char.IsAsciiLetter)
            && subtags.Skip(1).All(subtag => subtag.Length is >= 1 and <= 8 && subtag.All(char.IsAsciiLetterOrDigit));
    }
}
