using QnA.Core.Retrieval;

namespace QnA.Answering.Copies;

/// <summary>Leaves of what copies of one text say alike the best place.</summary>
internal static class CopiedSentences
{
    /// <summary>Leaves out each sentence that a copy of its article says before it, in the same words.</summary>
    /// <param name="sentences">Ranked sentences, best first.</param>
    /// <param name="copies">Which articles are copies.</param>
    /// <returns>The rest, in their order; the very list where there are no copies.</returns>
    public static IReadOnlyList<RankedSentence> LeaveOut(IReadOnlyList<RankedSentence> sentences, ArticleCopies copies)
    {
        if (ReferenceEquals(copies, ArticleCopies.None))
        {
            return sentences;
        }

        var kept = new List<RankedSentence>(sentences.Count);
        var seen = new Dictionary<string, List<(string ArticleId, SentenceLikeness Words)>>(StringComparer.Ordinal);
        foreach (var sentence in sentences)
        {
            var id = sentence.Article.Id;
            var key = copies.KeyOf(id);
            if (!seen.TryGetValue(key, out var before))
            {
                seen.Add(key, before = []);
            }

            var words = new SentenceLikeness(sentence.Article.Text, sentence.Span);
            if (!before.Exists(earlier => earlier.ArticleId != id && earlier.Words.HasSameWords(words)))
            {
                kept.Add(sentence);
                before.Add((id, words));
            }
        }

        return kept;
    }
}
