using QnA.Answering.Analysis;
using QnA.Core.Access;
using QnA.Core.Questions;
using QnA.Core.Retrieval;

namespace QnA.Answering.Retrieval;

/// <summary>What a store implements to be searched: it finds passages and counts words; <see cref="PassageSearch"/> ranks what it finds.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal interface IPassageIndex
{
    /// <summary>Gets the analyses by which the terms of the index were made.</summary>
    LanguageAnalyses Analyses { get; }

    /// <summary>Opens a view for one question; it stays as it is until it is disposed.</summary>
    /// <param name="question">The question, with the filter that says which articles are searched.</param>
    /// <param name="visibility">The articles that the person may see.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns><see langword="null"/> where nothing was stored yet.</returns>
    /// <exception cref="Core.Ingestion.ArticleStoreException">The index cannot be read; so for every member of the view.</exception>
    ValueTask<IPassageView?> OpenAsync(StandaloneQuestion question, ArticleVisibility visibility, CancellationToken cancellationToken);
}

/// <summary>A view of an index for one question. For one thread at a time.</summary>
internal interface IPassageView : ICollectionStatistics, IAsyncDisposable
{
    /// <summary>Finds the passages that may answer a query.</summary>
    /// <param name="query">What to look for.</param>
    /// <param name="count">How many passages at most; 1 or more.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    ValueTask<Candidates> FindAsync(PassageQuery query, int count, CancellationToken cancellationToken);

    /// <summary>Finds the copies of the articles of passages, among themselves and in the rest of what may be searched.</summary>
    /// <param name="passages">Passages that this view found.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    ValueTask<ArticleCopies> FindCopiesAsync(IReadOnlyList<CandidatePassage> passages, CancellationToken cancellationToken);

    /// <summary>Counts the articles that the person may see.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>How many of them pass the question's filter, and how many there are without it.</returns>
    ValueTask<(int Filtered, int All)> CountArticlesAsync(CancellationToken cancellationToken);
}
