using System.Text;
using System.Text.RegularExpressions;

namespace QnA.Core.Retrieval;

/// <summary>A message of which the filter words were taken out: <c>in:sport since:2026-01 Who won the cup?</c></summary>
/// <remarks>
/// A filter word stands between blanks or at an end of the message, in capitals or not; its value follows the colon at once, in quotation
/// marks where it has blanks. What only looks like one (<c>12:30</c>, <c>https://…</c>) is text. Immutable.
/// </remarks>
public sealed partial record FilteredText
{
    private FilteredText(string text, ArticleFilter filter, string? error)
    {
        Text = text;
        Filter = filter;
        Error = error;
    }

    /// <summary>Gets the message without its filter words.</summary>
    public string Text { get; }

    /// <summary>Gets what the filter words ask for; <see cref="ArticleFilter.None"/> where there are none.</summary>
    public ArticleFilter Filter { get; }

    /// <summary>Gets what is wrong with a filter word and what belongs there, for people; <see langword="null"/> where nothing is.</summary>
    public string? Error { get; }

    /// <summary>Takes the filter words out of a message.</summary>
    /// <param name="message">The message.</param>
    public static FilteredText Read(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var found = WordPattern().Matches(message);
        if (found.Count == 0)
        {
            return new FilteredText(message, ArticleFilter.None, error: null);
        }

        var reader = new FilterBuilder();
        var rest = new StringBuilder();
        var at = 0;
        foreach (Match match in found)
        {
            rest.Append(message, at, match.Index - at);
            at = match.Index + match.Length;
            var value = match.Groups["quoted"] is { Success: true } quoted ? quoted.Value : match.Groups["plain"].Value;
            reader.Add(match.Groups["word"].Value, value.Trim());
        }

        rest.Append(message, at, message.Length - at);
        return new FilteredText(rest.ToString().Trim(), reader.Build(), reader.Error);
    }

    [GeneratedRegex("""(?<!\S)(?<word>in|source|by|lang|since|until):(?:["“„](?<quoted>[^"“”]*)["“”]|(?<plain>[^\s"“„]+))(?!\S)[ \t]*""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordPattern();
}
