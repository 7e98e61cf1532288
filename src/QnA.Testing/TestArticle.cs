using System.Text;
using System.Text.Json;

namespace QnA.Testing;

/// <summary>An article of a test: a file of the folder that the bot follows.</summary>
/// <param name="FileName">The file's name; its extension says how it is read (<c>.md</c>, <c>.txt</c>, <c>.jsonl</c>, <c>.html</c>).</param>
/// <param name="Text">The file's contents.</param>
public sealed record TestArticle(string FileName, string Text)
{
    /// <summary>Makes an article of a title and a text.</summary>
    /// <param name="title">The title; the file is named after it.</param>
    /// <param name="text">The text, as Markdown: an empty line separates paragraphs.</param>
    /// <param name="published">When it was published, in ISO 8601 (<c>2024-06-03</c>); <see langword="null"/> for unknown.</param>
    /// <param name="url">Where it can be read, an http or https address; <see langword="null"/> for the bot's own article page.</param>
    /// <param name="language">The language as a BCP 47 tag; <see langword="null"/> to have it found.</param>
    /// <param name="tags">Its tags.</param>
    public static TestArticle Of(
        string title, string text, string? published = null, string? url = null, string? language = null, params IReadOnlyList<string> tags)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentNullException.ThrowIfNull(tags);
        var file = new StringBuilder("---\n");
        Append(file, "title", title);
        Append(file, "published", published);
        Append(file, "url", url);
        Append(file, "language", language);
        if (tags.Count > 0)
        {
            file.Append("tags: ").Append(JsonSerializer.Serialize(tags)).Append('\n');
        }

        return new TestArticle(FileNameOf(title), file.Append("---\n\n").Append(text).Append('\n').ToString());
    }

    // A string of JSON is one of YAML too.
    private static void Append(StringBuilder file, string name, string? value)
    {
        if (value is not null)
        {
            file.Append(name).Append(": ").Append(JsonSerializer.Serialize(value)).Append('\n');
        }
    }

    private static string FileNameOf(string title)
    {
        var words = new string([.. title.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]);
        var name = string.Join('-', words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return (name.Length is > 0 and <= 100 ? name : $"article-{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(title)))[..12]}") + ".md";
    }
}
