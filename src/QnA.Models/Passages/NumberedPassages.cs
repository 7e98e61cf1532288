using System.Globalization;
using System.Text;
using QnA.Core.Answers;
using QnA.Core.Articles;
using QnA.Core.Retrieval;
using QnA.Models.Output;
using QnA.Models.Prompts;
using QnA.Text;

namespace QnA.Models.Passages;

/// <summary>The sentences that a prompt shows, each under an id, and the way back from an id to its place in an article.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
internal sealed class NumberedPassages
{
    private readonly Dictionary<SentenceId, DraftQuote> _places;

    private NumberedPassages(string text, Dictionary<SentenceId, DraftQuote> places)
    {
        Text = text;
        _places = places;
    }

    /// <summary>Gets the passages as the prompt shows them; article text in it has no line break and no angle bracket.</summary>
    public string Text { get; }

    /// <summary>Gets how many sentences are shown.</summary>
    public int Count => _places.Count;

    /// <summary>Numbers what a search found, best first, as far as the tokens reach.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="maxSentenceLength">The longest sentence that may be quoted, in UTF-16 code units; a longer one is not shown.</param>
    /// <param name="maxTokens">How many tokens the passages may have.</param>
    /// <param name="tokens">Counts them.</param>
    public static NumberedPassages Of(SearchResult found, int maxSentenceLength, int maxTokens, ITokenCounter tokens)
    {
        var chosen = Choose(found, maxSentenceLength, maxTokens, tokens);
        var text = new StringBuilder();
        var places = new Dictionary<SentenceId, DraftQuote>();
        for (var p = 0; p < chosen.Count; p++)
        {
            var (article, spans) = chosen[p];
            text.Append(Heading(p + 1, article)).Append('\n');
            spans.Sort();
            for (var s = 0; s < spans.Count; s++)
            {
                var id = new SentenceId(p + 1, s + 1);
                places.Add(id, new DraftQuote(article, spans[s]));
                text.Append('[').Append(id).Append("] ").Append(PromptText.Encode(article.Text.Slice(spans[s]))).Append('\n');
            }

            text.Append("</passage>\n");
        }

        return new NumberedPassages(text.ToString(), places);
    }

    /// <summary>Leads a sentence of the model back to the articles.</summary>
    /// <remarks>An id that was not shown leads nowhere; a claim with no other is refused.</remarks>
    public DraftClaim Resolve(ParsedClaim claim)
    {
        var support = claim.Ids.Where(_places.ContainsKey).Select(id => _places[id]).ToList();
        return new DraftClaim(claim.Text, support)
        {
            Objection = support.Count == 0 && claim.HasMark ? Core.Verification.RefusalReason.UnknownSentence : null,
        };
    }

    // One passage an article: sentences of overlapping windows are shown once, in the article's order, and those of copies once.
    private static List<(Article Article, List<TextSpan> Spans)> Choose(
        SearchResult found, int maxSentenceLength, int maxTokens, ITokenCounter tokens)
    {
        var chosen = new List<(Article Article, List<TextSpan> Spans)>();
        var copies = new CopiedPassages(found);
        var left = maxTokens;
        foreach (var (article, passage, _) in copies.InOrder())
        {
            var group = chosen.FindIndex(c => ReferenceEquals(c.Article, article) || c.Article.Id == article.Id);
            foreach (var span in passage.Sentences)
            {
                var isKnown = group >= 0 && chosen[group].Spans.Contains(span);
                if (isKnown || span.Length > maxSentenceLength || span.End > article.Text.Length || copies.IsShown(article, span))
                {
                    continue;
                }

                // The id and its brackets are six tokens or so.
                left -= tokens.Count(article.Text.Slice(span).ToString()) + 6;
                left -= group < 0 ? tokens.Count(Heading(chosen.Count + 1, article)) : 0;
                if (left < 0 && chosen.Count > 0)
                {
                    return chosen;
                }

                if (group < 0)
                {
                    chosen.Add((article, []));
                    group = chosen.Count - 1;
                }

                chosen[group].Spans.Add(span);
            }
        }

        return chosen;
    }

    private static string Heading(int number, Article article)
    {
        var published = article.Published is { } date ? $" published=\"{PromptText.Encode(date.ToString())}\"" : "";
        return string.Create(CultureInfo.InvariantCulture, $"<passage id=\"{number}\" title=\"{PromptText.Encode(article.Title).Replace('\"', '\'')}\"{published}>");
    }
}
