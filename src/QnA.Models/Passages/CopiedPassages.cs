using System.Globalization;
using System.Text;
using QnA.Core.Articles;
using QnA.Core.Retrieval;
using QnA.Text;

namespace QnA.Models.Passages;

/// <summary>Shows a model once what copies of one text say alike, so that its tokens are spent on different text.</summary>
/// <remarks>
/// Only the same words are left out: where a copy says another number or has a sentence more, that is shown. For one prompt, one caller
/// at a time.
/// </remarks>
internal sealed class CopiedPassages(SearchResult found)
{
    private readonly Dictionary<(string Group, string Words), string> _shown = [];

    /// <summary>Gets the passages, best first; of copies, the one whose sentences are cited comes first.</summary>
    public IReadOnlyList<RetrievedPassage> InOrder()
    {
        if (ReferenceEquals(found.Copies, ArticleCopies.None))
        {
            return found.Passages;
        }

        var cited = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var sentence in found.Sentences)
        {
            cited.TryAdd(sentence.Article.Id, cited.Count);
        }

        // The places of a group of copies stay: nothing else comes later for it.
        var ordered = found.Passages.ToArray();
        foreach (var group in Enumerable.Range(0, ordered.Length).GroupBy(i => found.Copies.KeyOf(ordered[i].Article.Id), StringComparer.Ordinal).ToList())
        {
            var places = group.ToArray();
            var passages = places.Select(i => ordered[i]).OrderBy(p => cited.GetValueOrDefault(p.Article.Id, int.MaxValue)).ToArray();
            for (var i = 0; i < places.Length; i++)
            {
                ordered[places[i]] = passages[i];
            }
        }

        return ordered;
    }

    /// <summary>Tells whether a copy of the article has shown the same words; where none has, this article shows them from now on.</summary>
    public bool IsShown(Article article, TextSpan span)
    {
        if (ReferenceEquals(found.Copies, ArticleCopies.None))
        {
            return false;
        }

        var key = (found.Copies.KeyOf(article.Id), WordsOf(article.Text.Slice(span)));
        return !_shown.TryAdd(key, article.Id) && _shown[key] != article.Id;
    }

    // Case, white space and quotation marks are all that may differ: a sign may make another number.
    private static string WordsOf(ReadOnlySpan<char> text)
    {
        var words = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && c is not ('"' or '\'')
                && char.GetUnicodeCategory(c) is not (UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation))
            {
                words.Append(char.ToLowerInvariant(c));
            }
            else if (char.IsWhiteSpace(c) && words.Length > 0 && words[^1] != ' ')
            {
                words.Append(' ');
            }
        }

        return words.ToString().TrimEnd();
    }
}
