using Microsoft.Extensions.Logging;
using QnA.Core.Embeddings;
using QnA.Lucene.Index;
using QnA.Lucene.Retrieval;

namespace QnA.Lucene.Vectors;

/// <summary>Finds passages by meaning, where an embedding model is configured; where its service fails, words alone must do.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed partial class SimilaritySearch(ITextEmbedder? embedder, ILogger logger)
{
    // As many as are found by words.
    private const int Passages = 100;

    private readonly VectorIndex? _index = embedder is null ? null : new VectorIndex(embedder.Model);

    /// <summary>Embeds a question; empty where there is no model or it fails.</summary>
    public async ValueTask<ReadOnlyMemory<float>> EmbedAsync(string question, CancellationToken cancellationToken)
    {
        if (embedder is null)
        {
            return default;
        }

        try
        {
            return await embedder.EmbedQuestionAsync(question, cancellationToken).ConfigureAwait(false);
        }
        catch (EmbeddingException exception)
        {
            Log.WordsAlone(logger, exception.Message);
            return default;
        }
    }

    /// <summary>Finds the passages that are nearest to a question.</summary>
    /// <param name="searcher">The index.</param>
    /// <param name="question">What <see cref="EmbedAsync"/> gave.</param>
    /// <param name="scope">The articles that are searched; <see langword="null"/> for all.</param>
    public SimilarPassages Find(PassageSearcher searcher, ReadOnlyMemory<float> question, ArticleScope? scope) =>
        _index is null || question.IsEmpty ? SimilarPassages.None : _index.Search(searcher, question.Span, Passages, scope);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Passages are searched by their words alone: {Problem}")]
        public static partial void WordsAlone(ILogger logger, string problem);
    }
}
