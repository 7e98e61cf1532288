using QnA.Core.Access;
using QnA.Core.Retrieval;

namespace QnA.Lucene.Retrieval;

/// <summary>Keeps the scopes that were asked for last, so that questions with the same filter by readers of the same rights share the work.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class ScopeCache
{
    // A scope takes a bit for each document: 64 over a million passages are 8 MB.
    private const int MaxKept = 64;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, ArticleScope> _kept = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>Returns the scope of a filter and a reader's rights; <see langword="null"/> where every article passes.</summary>
    public ArticleScope? Get(ArticleFilter filter, ArticleVisibility visibility)
    {
        if (filter.IsEmpty && visibility.ShowsEverything)
        {
            return null;
        }

        var key = $"{filter.Key}\n\n{visibility.Key}";

        lock (_gate)
        {
            if (!_kept.TryGetValue(key, out var scope))
            {
                if (_order.Count == MaxKept)
                {
                    _kept.Remove(_order.Dequeue());
                }

                _kept.Add(key, scope = new ArticleScope(filter, visibility));
                _order.Enqueue(key);
            }

            return scope;
        }
    }
}
