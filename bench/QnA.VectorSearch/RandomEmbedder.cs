using QnA.Core.Embeddings;

namespace QnA.VectorSearch;

/// <summary>Gives random vectors at once.</summary>
internal sealed class RandomEmbedder(int dimensions) : ITextEmbedder
{
    public const string Name = "random";

    private readonly Random _random = new(2);

    public string Model => Name;

    public int BatchSize => 1;

    public static float[] VectorOf(Random random, int dimensions)
    {
        var vector = Enumerable.Range(0, dimensions).Select(_ => random.NextSingle() - 0.5f).ToArray();
        var length = MathF.Sqrt(vector.Sum(x => x * x));
        return [.. vector.Select(x => x / length)];
    }

    public Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedPassagesAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ReadOnlyMemory<float>>>([.. texts.Select(_ => (ReadOnlyMemory<float>)VectorOf(_random, dimensions))]);

    public Task<ReadOnlyMemory<float>> EmbedQuestionAsync(string question, CancellationToken cancellationToken) =>
        Task.FromResult<ReadOnlyMemory<float>>(VectorOf(_random, dimensions));
}
