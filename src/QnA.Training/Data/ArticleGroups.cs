namespace QnA.Training.Data;

/// <summary>Groups articles that stem from one another (translations, other editions), so that none is both learned from and tested on.</summary>
internal static class ArticleGroups
{
    /// <summary>Groups the articles of sets.</summary>
    /// <returns>For each set and article, the number of its group.</returns>
    /// <remarks>
    /// Articles are of one group where they have the same title or questions that stem from one another; ids keep the id of the question
    /// that they stem from after the last hyphen.
    /// </remarks>
    public static Dictionary<(string Set, string ArticleId), int> Of(IReadOnlyList<QuestionSet> sets)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        var parents = new List<int>();
        var nodes = new Dictionary<(string, string), int>();
        foreach (var set in sets)
        {
            foreach (var article in set.Articles)
            {
                var node = nodes[(set.Name, article.Id)] = parents.Count;
                parents.Add(node);
                Join("title:" + article.Title, node);
            }

            foreach (var question in set.Questions)
            {
                foreach (var id in question.ArticleIds)
                {
                    Join("question:" + question.Id[(question.Id.LastIndexOf('-') + 1)..], nodes[(set.Name, id)], minimum: 12);
                }
            }
        }

        return nodes.ToDictionary(pair => pair.Key, pair => Root(pair.Value));

        void Join(string key, int node, int minimum = 0)
        {
            // Running numbers are no common origin.
            if (key.Length < minimum + "question:".Length && minimum > 0)
            {
                return;
            }

            if (first.TryGetValue(key, out var other))
            {
                parents[Root(node)] = Root(other);
            }
            else
            {
                first[key] = node;
            }
        }

        int Root(int node)
        {
            while (parents[node] != node)
            {
                node = parents[node] = parents[parents[node]];
            }

            return node;
        }
    }
}
