using QnA.Core.Answers;
using QnA.Core.Articles;
using QnA.Core.Retrieval;
using QnA.Text.Sentences;
using QnA.Text;

namespace QnA.Answering.Extractive;

/// <summary>Makes quotes of ranked sentences.</summary>
/// <remarks>
/// A quote is one sentence, with those of its neighbours that are likely enough to hold the answer for what reading them costs: then the
/// answer may stand in either, and often neither is understood alone. What is still not understood alone gets what stands before it, if
/// that fits.
/// </remarks>
internal static class QuoteChooser
{
    // A neighbour of 150 letters is added where it answers three times in two hundred. Of the ways to spend letters this gave the most
    // answers for the same mean length; docs/ranking.md has the curve.
    private const double MinProbabilityOfLetter = 0.0001;

    // However short it is.
    private const double MinProbability = 0.01;

    // One sentence with three more is a short paragraph; what needs more is better read in the article.
    private const int MaxNeighbours = 3;

    // Characters that say as much as three of an alphabet's are counted so: a quote of Chinese is not three times as long.
    private const int IdeographWeight = 3;

    /// <summary>Chooses the quotes of an answer: the best for each part of the question, in its order, then the best for the whole.</summary>
    /// <param name="found">What was found. A part that is carried less than an answer has to be gets no quote of its own.</param>
    /// <param name="options">Says how many quotes of what length.</param>
    public static List<(Article Article, TextSpan Span)> Choose(SearchResult found, AnswerOptions options)
    {
        var chosen = new List<(Article Article, TextSpan Span)>(options.MaxQuotes);
        foreach (var part in found.Parts)
        {
            if (part.Confidence >= options.MinimumConfidence && part.Sentences.Count > 0
                && !chosen.Exists(c => SaysTheSame(c, part.Sentences[0].Article, part.Sentences[0].Span)))
            {
                Add(chosen, part.Sentences, Math.Min(options.MaxQuotes, chosen.Count + 1), options.MaxQuoteLength);
            }
        }

        Add(chosen, found.Sentences, options.MaxQuotes, options.MaxQuoteLength);
        return chosen;
    }

    private static void Add(List<(Article Article, TextSpan Span)> chosen, IReadOnlyList<RankedSentence> sentences, int count, int maxLength)
    {
        foreach (var sentence in sentences)
        {
            if (chosen.Count == count)
            {
                break;
            }

            // The first piece of what is too long for the limit; the splitter's own limit is the default one.
            var (article, span, _) = sentence;
            var piece = ClauseCutter.Cut(article.Text.Value, span, maxLength).FirstOrDefault();
            if (piece.IsEmpty || chosen.Exists(c => SaysTheSame(c, article, piece)))
            {
                continue;
            }

            chosen.Add((article, piece == span ? Complete(sentence, sentences, chosen, maxLength) : piece));
        }
    }

    private static TextSpan Complete(
        RankedSentence sentence, IReadOnlyList<RankedSentence> sentences, List<(Article Article, TextSpan Span)> chosen, int maximum)
    {
        var article = sentence.Article;
        var span = AddNeighbours(sentence, sentences, chosen, maximum);
        if (article.Blocks.Count == 0)
        {
            return AddContext(article, span, sentences, chosen, maximum);
        }

        var isIdeographic = Weight(article.Text, span) > span.Length * (1 + IdeographWeight) / 2;
        var whole = BlockQuote.Extend(article, span, isIdeographic ? maximum / IdeographWeight : maximum);
        return chosen.Exists(c => c.Article.Id == article.Id && c.Span.OverlapWith(whole) > 0) ? span : whole;
    }

    private static TextSpan AddNeighbours(
        RankedSentence sentence, IReadOnlyList<RankedSentence> sentences, List<(Article Article, TextSpan Span)> chosen, int maximum)
    {
        var (article, span, _) = sentence;
        for (var i = 0; i < MaxNeighbours && LikelierNeighbour(article, span, sentences, chosen) is { } neighbour; i++)
        {
            if (neighbour.Score < Math.Max(MinProbability, MinProbabilityOfLetter * Weight(article.Text, neighbour.Span))
                || Weight(article.Text, span.Union(neighbour.Span)) > maximum)
            {
                break;
            }

            span = span.Union(neighbour.Span);
        }

        return span;
    }

    private static RankedSentence? LikelierNeighbour(
        Article article, TextSpan span, IReadOnlyList<RankedSentence> sentences, List<(Article Article, TextSpan Span)> chosen) =>
        sentences.FirstOrDefault(other => other.Article.Id == article.Id && AreNeighbours(article.Text, span, other.Span)
            && !chosen.Exists(c => c.Article.Id == article.Id && c.Span.OverlapWith(other.Span) > 0));

    private static TextSpan AddContext(
        Article article, TextSpan span, IReadOnlyList<RankedSentence> sentences, List<(Article Article, TextSpan Span)> chosen, int maximum)
    {
        var whole = QuoteContext.Extend(article, span, sentences, span.End - maximum);
        return whole != span && Weight(article.Text, whole) <= maximum && article.Text.IsBoundary(whole.Start)
            && !chosen.Exists(c => c.Article.Id == article.Id && c.Span.OverlapWith(whole) > 0)
            ? whole
            : span;
    }

    // Next to each other on one line.
    private static bool AreNeighbours(ArticleText text, TextSpan one, TextSpan other)
    {
        var (first, second) = one < other ? (one, other) : (other, one);
        if (second.Start < first.End || second.Start - first.End > 3)
        {
            return false;
        }

        var gap = text.Value.AsSpan()[first.End..second.Start];
        return gap.IsWhiteSpace() && !gap.ContainsAny('\n', '\r');
    }

    private static int Weight(ArticleText text, TextSpan span)
    {
        var weight = 0;
        foreach (var c in text.Slice(span))
        {
            weight += c is >= '\u2E80' and <= '\uD7FF' ? IdeographWeight : 1;
        }

        return weight;
    }

    private static bool SaysTheSame((Article Article, TextSpan Span) chosen, Article article, TextSpan span) =>
        (chosen.Article.Id == article.Id && chosen.Span.Contains(span))
        || chosen.Article.Text.Slice(chosen.Span).SequenceEqual(article.Text.Slice(span));
}
