using Microsoft.Extensions.AI;
using QnA.Models.Embeddings;

namespace QnA.Models.Providers;

/// <summary>A provider that serves embedding models as well.</summary>
/// <remarks>Implementations are stateless and safe for concurrent use.</remarks>
internal interface IEmbeddingProvider : IModelProvider
{
    /// <summary>Makes the generator.</summary>
    /// <param name="options">Valid settings.</param>
    /// <param name="http">Repeats and bounds requests; the generator repeats none itself.</param>
    IEmbeddingGenerator<string, Embedding<float>> CreateEmbeddings(EmbeddingOptions options, HttpClient http);
}
