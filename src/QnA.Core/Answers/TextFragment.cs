namespace QnA.Core.Answers;

/// <summary>Links to words of a page: <c>#:~:text=first words,last words</c> (W3C Community Group draft "URL Fragment Text Directives").</summary>
public static class TextFragment
{
    // Short enough to survive mail clients and chat windows, long enough to be found once on a page.
    private const int EdgeWords = 5;

    /// <summary>Adds to an address the directive that makes a browser scroll to a quote and mark it.</summary>
    /// <param name="url">An absolute address, with or without a fragment.</param>
    /// <param name="quote">The words to mark; where there are none, the address is returned as it is.</param>
    public static string AppendTo(string url, string quote)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(quote);
        var words = quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return url;
        }

        var directive = words.Length <= 2 * EdgeWords
            ? Encode(words)
            : Encode(words[..EdgeWords]) + "," + Encode(words[^EdgeWords..]);
        return url + Delimiter(url) + "text=" + directive;
    }

    // What follows the first ":~:" is a list of directives, joined as in a query.
    private static string Delimiter(string url) =>
        url.Contains(":~:", StringComparison.Ordinal) ? "&"
        : url.Contains('#', StringComparison.Ordinal) ? ":~:"
        : "#:~:";

    // A dash at the edge of a term marks a prefix or suffix in the grammar, so it is encoded as well.
    private static string Encode(string[] words) =>
        Uri.EscapeDataString(string.Join(' ', words)).Replace("-", "%2D", StringComparison.Ordinal);
}
