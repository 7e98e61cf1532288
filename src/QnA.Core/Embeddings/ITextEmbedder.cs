namespace QnA.Core.Embeddings;

/// <summary>Turns texts into vectors that are near each other where the texts mean the same.</summary>
/// <remarks>
/// Implementations are safe for concurrent use. Every vector has a length of 1 and as many numbers as all others of the same
/// <see cref="Model"/>.
/// </remarks>
public interface ITextEmbedder
{
    /// <summary>
    /// Gets what makes vectors comparable: provider, model, dimensions and whatever else changes them. Vectors of another model are
    /// computed anew.
    /// </summary>
    string Model { get; }

    /// <summary>Gets how many texts are embedded at once at most.</summary>
    int BatchSize { get; }

    /// <summary>Embeds texts of articles.</summary>
    /// <param name="texts">1 to <see cref="BatchSize"/> texts.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>One vector a text, in the same order.</returns>
    /// <exception cref="EmbeddingException">The service failed or gave something that is no vector.</exception>
    Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedPassagesAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken);

    /// <summary>Embeds a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="EmbeddingException">The service failed, is left alone after a failure, or gave something that is no vector.</exception>
    Task<ReadOnlyMemory<float>> EmbedQuestionAsync(string question, CancellationToken cancellationToken);
}
