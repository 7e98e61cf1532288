using QnA.Core.Articles;
using QnA.Core.Retrieval;

namespace QnA.Answering.Copies;

/// <summary>Leaves out what a later article corrects.</summary>
/// <remarks>
/// Conservative on every side: an article is superseded only by a later one of the same publisher that calls itself a correction, and is a
/// copy of it or names it; and only where the correction was found as well, so that a correction never leaves a question without its source.
/// </remarks>
internal static class Corrections
{
    // A title of fewer words may stand in another by chance.
    private const int MinTitleWords = 4;

    private static readonly string[] Labels =
    [
        "correction", "corrections", "corrected", "corrects", "clarification", "korrektur", "berichtigung", "richtigstellung", "rectificatif", "rectification",
        "corrección", "rectificación", "fe de errores", "correzione", "rettifica", "errata corrige", "correção", "correctie", "rättelse", "retting",
    ];

    private static readonly string[] Phrases =
    [
        "earlier version of this", "previous version of this", "earlier version said", "earlier version stated", "this article has been corrected",
        "this story has been corrected", "in einer früheren version", "version antérieure de cet article", "version précédente de cet article",
        "versión anterior de este", "versione precedente di questo",
    ];

    /// <summary>Finds the articles that are superseded.</summary>
    /// <param name="articles">The articles that were found.</param>
    /// <param name="copies">Which of them are copies.</param>
    /// <returns>Their ids; empty where there is no correction.</returns>
    public static IReadOnlySet<string> FindSuperseded(IEnumerable<Article> articles, ArticleCopies copies)
    {
        var found = articles.DistinctBy(article => article.Id).ToList();
        var superseded = new HashSet<string>(StringComparer.Ordinal);
        foreach (var correction in found.Where(IsCorrection))
        {
            superseded.UnionWith(found.Where(article => Supersedes(correction, article, copies)).Select(article => article.Id));
        }

        return superseded;
    }

    /// <summary>Tells whether an article calls itself a correction: in its title, at the start of a paragraph, or by a phrase such as "an earlier version of this".</summary>
    public static bool IsCorrection(Article article)
    {
        var text = article.Text.Value;
        if (IsLabelled(article.Title, allowsBareLabel: true) || Array.Exists(Phrases, phrase => text.Contains(phrase, StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (IsLabelled(line, allowsBareLabel: false))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLabelled(ReadOnlySpan<char> line, bool allowsBareLabel)
    {
        line = line.TrimStart(" \t[(*").TrimEnd();
        foreach (var label in Labels)
        {
            if (line.StartsWith(label, StringComparison.OrdinalIgnoreCase))
            {
                var rest = line[label.Length..].TrimStart();
                if (rest.IsEmpty ? allowsBareLabel : rest[0] is ':' or '-' or '–' or '—' or ']' or ')')
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Supersedes(Article correction, Article article, ArticleCopies copies) =>
        correction.Id != article.Id
        && correction.Published is { } later && article.Published is { } earlier && later > earlier
        && IsOfSamePublisher(correction, article)
        && (copies.AreCopies(correction.Id, article.Id) || Names(correction, article));

    // Anyone may write "correction" above anything; whose article it is decides.
    private static bool IsOfSamePublisher(Article one, Article other) =>
        Uri.TryCreate(one.Url, UriKind.Absolute, out var first) && Uri.TryCreate(other.Url, UriKind.Absolute, out var second)
            ? first.Host == second.Host
            : one.Url is null && other.Url is null && one.Source == other.Source;

    private static bool Names(Article correction, Article article) =>
        (article.Url is { } url && correction.Text.Value.Contains(url, StringComparison.Ordinal))
        || (article.Title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= MinTitleWords
            && (correction.Title.Contains(article.Title, StringComparison.OrdinalIgnoreCase)
                || correction.Text.Value.Contains(article.Title, StringComparison.OrdinalIgnoreCase)));
}
