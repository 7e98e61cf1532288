namespace QnA.Core.Retrieval;

/// <summary>The words by which a person filters in a message, each before a colon and a value.</summary>
public static class FilterWords
{
    /// <summary>A tag: <c>in:sport</c>.</summary>
    public const string Tag = "in";

    /// <summary>A source: <c>source:newsroom</c>.</summary>
    public const string Source = "source";

    /// <summary>An author: <c>by:"Jane Smith"</c>.</summary>
    public const string Author = "by";

    /// <summary>A language: <c>lang:de</c>.</summary>
    public const string Language = "lang";

    /// <summary>From when on: <c>since:2026-01</c>.</summary>
    public const string Since = "since";

    /// <summary>Until when: <c>until:2026</c>.</summary>
    public const string Until = "until";

    /// <summary>What a person is told about all of them, in one line of plain text.</summary>
    public const string Summary = "in:tag source:name by:author lang:en since:2026-01 until:2026-06-30";

    /// <summary>Writes a word with its value, in quotation marks where a blank is in it.</summary>
    internal static string Write(string word, string value) =>
        value.Any(c => char.IsWhiteSpace(c) || c == '"') ? $"{word}:\"{value.Replace("\"", "", StringComparison.Ordinal)}\"" : $"{word}:{value}";
}
