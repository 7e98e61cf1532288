namespace QnA.Evaluation.Sets;

/// <summary>Questions that can be asked together of an index without the articles that answer them.</summary>
/// <param name="ArticleIds">The articles to leave out: at least those of every question of the fold.</param>
/// <param name="Questions">The questions, by their places in the set.</param>
public sealed record GoldFold(IReadOnlySet<string> ArticleIds, IReadOnlyList<int> Questions);

/// <summary>Shares the answerable questions of a set out among a few indexes that each lack some articles.</summary>
/// <remarks>
/// Leaving articles out of an index is not the same as hiding them in a search: words that only they have must be unknown, and every
/// other word rarer or commoner. So an index is made for each fold. Articles that answer one question stay together, also through other
/// questions; a fold leaves out a little more than each of its questions needs, the less the more folds there are.
/// </remarks>
public static class GoldFolds
{
    /// <summary>Makes folds.</summary>
    /// <param name="questions">The questions; those without an article that exists, and unanswerable ones, are left out.</param>
    /// <param name="articleIds">The articles that exist.</param>
    /// <param name="folds">How many folds at most; 2 or more.</param>
    /// <returns>Folds of about the same number of questions, the same in every run.</returns>
    public static IReadOnlyList<GoldFold> Of(
        IReadOnlyList<EvaluationQuestion> questions, IReadOnlySet<string> articleIds, int folds)
    {
        ArgumentNullException.ThrowIfNull(questions);
        ArgumentNullException.ThrowIfNull(articleIds);
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        var parents = new Dictionary<string, string>(StringComparer.Ordinal);
        var gold = questions
            .Select(q => q.IsAnswerable ? q.ArticleIds.Where(articleIds.Contains).ToList() : [])
            .ToList();
        foreach (var ids in gold.Where(ids => ids.Count > 0))
        {
            foreach (var id in ids)
            {
                parents[Root(id)] = Root(ids[0]);
            }
        }

        var groups = gold
            .Select((ids, question) => (Root: ids.Count > 0 ? Root(ids[0]) : null, Question: question))
            .Where(pair => pair.Root is not null)
            .GroupBy(pair => pair.Root!, pair => pair.Question, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal);
        var made = Enumerable.Range(0, folds)
            .Select(_ => (Articles: new HashSet<string>(StringComparer.Ordinal), Questions: new List<int>())).ToList();
        foreach (var group in groups)
        {
            var (articles, members) = made.MinBy(fold => fold.Questions.Count);
            members.AddRange(group);
            articles.UnionWith(group.SelectMany(question => gold[question]));
        }

        return [.. made.Where(fold => fold.Questions.Count > 0).Select(fold => new GoldFold(fold.Articles, [.. fold.Questions.Order()]))];

        string Root(string id)
        {
            while (parents.TryGetValue(id, out var parent) && parent != id)
            {
                id = parent;
            }

            return id;
        }
    }
}
