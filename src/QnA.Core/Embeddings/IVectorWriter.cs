using QnA.Core.Articles;
using QnA.Core.Ingestion;

namespace QnA.Core.Embeddings;

/// <summary>What the writer of a store offers beside <see cref="IArticleWriter"/> where the store keeps vectors with its passages.</summary>
/// <remarks>
/// Vectors become durable with the commits of the same writer. For one thread at a time, after the articles were put and committed.
/// </remarks>
public interface IVectorWriter
{
    /// <summary>Finds the articles that have a passage without a vector of a model.</summary>
    /// <param name="model">See <see cref="ITextEmbedder.Model"/>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArticleStoreException">The store cannot be read.</exception>
    ValueTask<IReadOnlyList<ArticleWithoutVectors>> FindWithoutVectorsAsync(string model, CancellationToken cancellationToken);

    /// <summary>Reads the texts to embed of an article that <see cref="FindWithoutVectorsAsync"/> found.</summary>
    /// <param name="articleId">The article's id.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArticleStoreException">The store cannot be read.</exception>
    ValueTask<PassageTexts> ReadPassagesAsync(string articleId, CancellationToken cancellationToken);

    /// <summary>Keeps the vectors of an article, in place of those that it had.</summary>
    /// <param name="passages">The texts that were embedded.</param>
    /// <param name="model">See <see cref="ITextEmbedder.Model"/>.</param>
    /// <param name="vectors">One vector a text, in the same order.</param>
    /// <param name="cancellationToken">Stops the work before the article is touched.</param>
    /// <exception cref="ArticleStoreException">The store cannot be written.</exception>
    ValueTask PutVectorsAsync(
        PassageTexts passages, string model, IReadOnlyList<ReadOnlyMemory<float>> vectors, CancellationToken cancellationToken);
}

/// <summary>An article that has passages without vectors.</summary>
/// <param name="ArticleId">The article's id.</param>
/// <param name="Passages">How many passages it has in all.</param>
public sealed record ArticleWithoutVectors(string ArticleId, int Passages);

/// <summary>The passages of an article as they are embedded: each under its title and heading.</summary>
/// <param name="Article">The article.</param>
/// <param name="Texts">One text a passage, in reading order.</param>
public sealed record PassageTexts(Article Article, IReadOnlyList<string> Texts);
