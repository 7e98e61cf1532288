using QnA.Answering.Retrieval;
using QnA.Core.Retrieval;
using QnA.Lucene.Duplicates;
using QnA.Lucene.Index;
using QnA.Lucene.Vectors;

namespace QnA.Lucene.Retrieval;

/// <summary>A view of a Lucene index for one question; each term is looked up once in it.</summary>
/// <remarks>For one thread at a time.</remarks>
internal sealed class LucenePassageView : IPassageView
{
    private readonly SearcherLease _lease;
    private readonly LuceneArticleStore _store;
    private readonly PassageFinder _finder;
    private readonly ArticleScope? _scope;
    private readonly ArticleScope? _unfiltered;
    private readonly TermStates _states;
    private readonly Func<PassageSearcher, ArticleScope?, SimilarPassages> _findSimilar;
    private SimilarPassages? _similar;

    /// <summary>Creates a view.</summary>
    /// <param name="lease">The view of the index, which is given back with this.</param>
    /// <param name="store">The index.</param>
    /// <param name="finder">Finds passages.</param>
    /// <param name="scope">The articles that are searched; <see langword="null"/> for all.</param>
    /// <param name="unfiltered">The articles that would be searched without the question's filter.</param>
    /// <param name="findSimilar">Finds the passages that are nearest to the question by meaning.</param>
    public LucenePassageView(
        SearcherLease lease, LuceneArticleStore store, PassageFinder finder, ArticleScope? scope, ArticleScope? unfiltered,
        Func<PassageSearcher, ArticleScope?, SimilarPassages> findSimilar)
    {
        (_lease, _store, _finder, _scope, _unfiltered, _findSimilar) = (lease, store, finder, scope, unfiltered, findSimilar);
        _states = store.Read(() => new TermStates(lease.Searcher));
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Languages => Searcher.Languages;

    /// <inheritdoc/>
    public int PassageCount => Searcher.Statistics.Passages;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<int>> CountPassagesAsync(IReadOnlyList<string> terms, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<int>>(_store.Read(() => terms.Select(CountPassages).ToArray()));
    }

    /// <inheritdoc/>
    public ValueTask<Candidates> FindAsync(PassageQuery query, int count, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_store.Read(() =>
        {
            _similar ??= _findSimilar(Searcher, _scope);
            var passages = _finder.Find(Searcher, _states, query, _similar, count, _scope);
            return new Candidates(passages)
            {
                Nearest = _similar.Hits.Count == 0 ? null : passages.Find(passage => passage.Number == _similar.Hits[0].Document),
                Nearness = _similar.Confidence,
            };
        }));
    }

    /// <inheritdoc/>
    public ValueTask<ArticleCopies> FindCopiesAsync(IReadOnlyList<CandidatePassage> passages, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_store.Read(() => CopyFinder.Find(Searcher, passages, _scope)));
    }

    /// <inheritdoc/>
    public ValueTask<(int Filtered, int All)> CountArticlesAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_store.Read(() => (CountIn(_scope), CountIn(_unfiltered))));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _states.Dispose();
        _lease.Dispose();
        return ValueTask.CompletedTask;
    }

    private PassageSearcher Searcher => _lease.Searcher;

    private int CountPassages(string term)
    {
        var count = Math.Max(_states.DocumentFrequency(IndexFields.Text, term), _states.DocumentFrequency(IndexFields.Title, term));
        return count == 0 || _scope?.Has(Searcher, _states, term) == false ? 0 : count;
    }

    private int CountIn(ArticleScope? scope) => (scope?.Summarize(Searcher).Statistics ?? Searcher.Statistics).Articles;
}
