using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using QnA.Answering.Analysis;
using QnA.Answering.Retrieval;
using QnA.Core.Access;
using QnA.Core.Embeddings;
using QnA.Core.Questions;
using QnA.Lucene.Index;
using QnA.Lucene.Vectors;

namespace QnA.Lucene.Retrieval;

/// <summary>Finds passages in a Lucene index, by words and where vectors are kept also by meaning.</summary>
/// <param name="store">The store.</param>
/// <param name="embedder">Makes vectors of questions; <see langword="null"/> to search by words alone.</param>
/// <param name="logger">The log; <see langword="null"/> for none.</param>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class LucenePassageIndex(LuceneArticleStore store, ITextEmbedder? embedder = null, ILogger<LucenePassageIndex>? logger = null) : IPassageIndex
{
    private readonly PassageFinder _finder = new(store.Analyses);
    private readonly SimilaritySearch _similarity = new(embedder, logger ?? NullLogger<LucenePassageIndex>.Instance);
    private readonly ScopeCache _scopes = new();

    /// <inheritdoc/>
    public LanguageAnalyses Analyses => store.Analyses;

    /// <inheritdoc/>
    public async ValueTask<IPassageView?> OpenAsync(StandaloneQuestion question, ArticleVisibility visibility, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(visibility);
        cancellationToken.ThrowIfCancellationRequested();
        var vector = await _similarity.EmbedAsync(question.Text, cancellationToken).ConfigureAwait(false);
        return store.Acquire() is { } lease
            ? new LucenePassageView(
                lease, store, _finder,
                _scopes.Get(question.Filter, visibility), _scopes.Get(Core.Retrieval.ArticleFilter.None, visibility),
                (searcher, scope) => _similarity.Find(searcher, vector, scope))
            : null;
    }
}
