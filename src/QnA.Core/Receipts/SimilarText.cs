using QnA.Core.Articles;
using QnA.Text.Words;
using QnA.Text;

namespace QnA.Core.Receipts;

/// <summary>Finds in an article's current text what was quoted from an earlier one.</summary>
internal static class SimilarText
{
    /// <summary>The longest place that is shown in UTF-16 code units, as long as a quote is by default.</summary>
    private const int MaxLength = 400;

    /// <summary>How many sentences of a quote are matched as a whole; quotes seldom have more than two.</summary>
    private const int MaxSentences = 4;

    /// <summary>Under this Dice coefficient two texts share little but words such as "the": showing one for the other would mislead.</summary>
    private const double LeastSimilarity = 0.3;

    /// <summary>Finds the same words, letter for letter and not as a part of longer words or numbers, nearest to where they stood.</summary>
    public static Quote? FindSame(ArticleText text, string words, int near)
    {
        Quote? nearest = null;
        var at = text.Value.IndexOf(words, StringComparison.Ordinal);
        while (at >= 0)
        {
            var span = new TextSpan(at, at + words.Length);
            if ((nearest is null || Distance(at, near) < Distance(nearest.Span.Start, near))
                && WordEdges.AreWhole(text.Value, span)
                && text.TryCut(span, out var quote))
            {
                nearest = quote;
            }

            at = text.Value.IndexOf(words, at + 1, StringComparison.Ordinal);
        }

        return nearest;
    }

    /// <summary>
    /// Finds the sentences that share most words with a quote, by the Dice coefficient of the two bags of words (Dice 1945), and of
    /// equal ones those nearest to where it stood.
    /// </summary>
    public static Quote? FindSimilar(ArticleText text, string words, int near, CancellationToken cancellationToken)
    {
        var wanted = Bag(words);
        var count = Math.Clamp(Sentences(words).Count, 1, MaxSentences);
        var sentences = Sentences(text.Value);
        var best = (Similarity: 0.0, Span: default(TextSpan));
        for (var i = 0; i < sentences.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var span = sentences[i].Union(sentences[Math.Min(i + count, sentences.Count) - 1]);
            var similarity = Dice(wanted, Bag(text.Slice(span).ToString()));
            if (similarity > best.Similarity
                || (similarity == best.Similarity && Distance(span.Start, near) < Distance(best.Span.Start, near)))
            {
                best = (similarity, span);
            }
        }

        return best.Similarity >= LeastSimilarity && text.TryCut(Bounded(text, best.Span), out var quote) ? quote : null;
    }

    private static TextSpan Bounded(ArticleText text, TextSpan span)
    {
        if (span.Length <= MaxLength)
        {
            return text.Widen(span);
        }

        var end = span.Start + MaxLength;
        var space = text.Value.LastIndexOf(' ', end, MaxLength / 2);
        return text.Widen(new TextSpan(span.Start, space > 0 ? space : end));
    }

    private static int Distance(int left, int right) => Math.Abs(left - right);

    /// <summary>
    /// Cuts a text at line ends, after marks that end a sentence and where a sentence is too long to be shown; roughly, for it only has
    /// to find a place to show.
    /// </summary>
    private static List<TextSpan> Sentences(string text)
    {
        var sentences = new List<TextSpan>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var ends = i == text.Length
                || text[i] is '\n' or '\r'
                || (i > 0 && text[i - 1] is '。' or '！' or '？')
                || (i > 0 && char.IsWhiteSpace(text[i]) && text[i - 1] is '.' or '!' or '?' or '…' or '؟' or '।')
                || (i - start >= MaxLength && char.IsWhiteSpace(text[i]))
                || i - start >= 2 * MaxLength;
            if (!ends)
            {
                continue;
            }

            var (from, to) = (start, i);
            while (from < to && char.IsWhiteSpace(text[from]))
            {
                from++;
            }

            while (to > from && char.IsWhiteSpace(text[to - 1]))
            {
                to--;
            }

            if (from < to)
            {
                sentences.Add(new TextSpan(from, to));
            }

            start = i;
        }

        return sentences;
    }

    private static Dictionary<string, int> Bag(string text)
    {
        var bag = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in WordEdges.WordsOf(text))
        {
            bag[word] = bag.GetValueOrDefault(word) + 1;
        }

        return bag;
    }

    private static double Dice(Dictionary<string, int> left, Dictionary<string, int> right)
    {
        var shared = left.Sum(word => Math.Min(word.Value, right.GetValueOrDefault(word.Key)));
        var all = left.Values.Sum() + right.Values.Sum();
        return all == 0 ? 0 : 2.0 * shared / all;
    }
}
