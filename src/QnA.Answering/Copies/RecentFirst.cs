using QnA.Core.Retrieval;

namespace QnA.Answering.Copies;

/// <summary>Puts, of sentences that say the same in nearly the same words, the one of the newest article first.</summary>
internal static class RecentFirst
{
    /// <summary>Orders sentences.</summary>
    /// <param name="sentences">Ranked sentences, best first.</param>
    /// <returns>The same sentences; the newest of those that say the same has the best one's place and score, and the others follow as they were.</returns>
    public static IReadOnlyList<RankedSentence> Order(IReadOnlyList<RankedSentence> sentences)
    {
        var words = sentences.Select(sentence => new SentenceLikeness(sentence.Article.Text, sentence.Span)).ToArray();
        var ordered = sentences.ToArray();
        var isPlaced = new bool[ordered.Length];
        for (var i = 0; i < ordered.Length; i++)
        {
            var alike = Enumerable.Range(i, ordered.Length - i).Where(j => !isPlaced[j] && (j == i || words[i].IsLike(words[j]))).ToArray();
            if (isPlaced[i] || alike.Length == 1)
            {
                continue;
            }

            // Stable: of equal dates the better one stays before; what has no date comes last.
            var newest = alike.OrderByDescending(j => sentences[j].Article.Published?.Start ?? DateTimeOffset.MinValue).ToArray();
            for (var k = 0; k < alike.Length; k++)
            {
                ordered[alike[k]] = sentences[newest[k]] with { Score = sentences[alike[k]].Score };
                isPlaced[alike[k]] = true;
            }
        }

        return ordered;
    }
}
