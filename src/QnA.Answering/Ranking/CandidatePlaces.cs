namespace QnA.Answering.Ranking;

/// <summary>How the candidates of a question stand to one another.</summary>
/// <param name="Previous">For each, the candidate before it in its section; -1 where there is none.</param>
/// <param name="Next">The same for the one after it.</param>
/// <param name="Articles">For each, the number of its article, from 0.</param>
/// <param name="ArticleCount">How many articles there are.</param>
internal sealed record CandidatePlaces(int[] Previous, int[] Next, int[] Articles, int ArticleCount)
{
    /// <summary>Looks at candidates.</summary>
    public static CandidatePlaces Of(IReadOnlyList<Sentence> sentences)
    {
        var indexes = new Dictionary<object, int>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < sentences.Count; i++)
        {
            indexes.Add(sentences[i], i);
        }

        var articles = new Dictionary<object, int>(ReferenceEqualityComparer.Instance);
        int[] previous = [.. sentences.Select(s => IndexOf(s.Previous))];
        int[] next = [.. sentences.Select(s => IndexOf(s.Next))];
        int[] numbers = [.. sentences.Select(s => NumberOf(s.Article))];
        return new CandidatePlaces(previous, next, numbers, articles.Count);

        int IndexOf(Sentence? sentence) => sentence is not null && indexes.TryGetValue(sentence, out var index) ? index : -1;

        int NumberOf(object article)
        {
            if (!articles.TryGetValue(article, out var number))
            {
                articles.Add(article, number = articles.Count);
            }

            return number;
        }
    }
}
