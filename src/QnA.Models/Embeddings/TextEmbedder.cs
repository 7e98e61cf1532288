using System.Globalization;
using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using QnA.Core.Embeddings;
using QnA.Core.Usage;
using QnA.Models.Telemetry;

namespace QnA.Models.Embeddings;

/// <summary>Embeds texts by the configured model, and trusts nothing that its service gives.</summary>
internal sealed class TextEmbedder(
    IEmbeddingGenerator<string, Embedding<float>> generator,
    ServedModel served,
    EmbeddingOptions options,
    ModelTelemetry telemetry,
    UsageMeter meter,
    TimeProvider time) : ITextEmbedder, IDisposable
{
    private readonly EmbeddingGenerationOptions _generation =
        new() { ModelId = options.ModelId, Dimensions = options.Dimensions == 0 ? null : options.Dimensions };

    private long _closedUntil;

    /// <inheritdoc/>
    public string Model { get; } = string.Create(
        CultureInfo.InvariantCulture, $"{served.Provider}/{options.ModelId}/{options.Dimensions}/{options.PassagePrefix}");

    /// <inheritdoc/>
    public int BatchSize => options.BatchSize;

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedPassagesAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken) =>
        EmbedAsync([.. texts.Select(text => options.PassagePrefix + text)], options.BatchTimeout, cancellationToken);

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<float>> EmbedQuestionAsync(string question, CancellationToken cancellationToken)
    {
        if (time.GetUtcNow().UtcTicks < Interlocked.Read(ref _closedUntil))
        {
            throw new EmbeddingException($"The embedding model {options.ModelId} failed a moment ago and is left alone for now.");
        }

        try
        {
            return (await EmbedAsync([options.QuestionPrefix + question], options.QuestionTimeout, cancellationToken).ConfigureAwait(false))[0];
        }
        catch (EmbeddingException)
        {
            Interlocked.Exchange(ref _closedUntil, (time.GetUtcNow() + options.BreakDuration).UtcTicks);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => generator.Dispose();

    private async Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(List<string> texts, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var operation = telemetry.Start(ModelTelemetry.Embeddings, served);
        using var timeout = new CancellationTokenSource(limit, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            var embeddings = await generator.GenerateAsync(texts, _generation, linked.Token).ConfigureAwait(false);
            if (embeddings.Usage?.InputTokenCount is { } tokens)
            {
                var used = new ModelUsage(options.ModelId, 1, tokens, 0) { Cost = options.Price.Of(tokens, 0) };
                operation.Used(used);
                meter.Add(used);
            }

            return Check(embeddings, texts.Count);
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            operation.Fail(exception);
            throw;
        }
        catch (OperationCanceledException exception)
        {
            operation.Fail(exception);
            throw Failure(string.Create(CultureInfo.InvariantCulture, $"did not answer within {limit.TotalSeconds:0.#} s"), exception);
        }
        catch (EmbeddingException exception)
        {
            operation.Fail(exception);
            throw;
        }
        catch (Exception exception)
        {
            // Whatever a server or its library does, words are still there to search by. Its message may repeat the key.
            operation.Fail(exception);
            throw Failure($"failed: {WithoutKey(exception.Message)}", exception);
        }
    }

    private List<ReadOnlyMemory<float>> Check(GeneratedEmbeddings<Embedding<float>> embeddings, int count)
    {
        if (embeddings.Count != count)
        {
            throw Failure(string.Create(CultureInfo.InvariantCulture, $"gave {embeddings.Count} vectors for {count} texts"));
        }

        var vectors = new List<ReadOnlyMemory<float>>(count);
        foreach (var vector in embeddings.Select(embedding => embedding.Vector))
        {
            var length = TensorPrimitives.Norm(vector.Span);
            if (vector.Length != embeddings[0].Vector.Length || !float.IsFinite(length) || length == 0)
            {
                throw Failure("gave something that is no vector");
            }

            var unit = new float[vector.Length];
            TensorPrimitives.Divide(vector.Span, length, unit);
            vectors.Add(unit);
        }

        return vectors;
    }

    private string WithoutKey(string message) =>
        options.ApiKey.Length == 0 ? message : message.Replace(options.ApiKey, "(key)", StringComparison.Ordinal);

    private EmbeddingException Failure(string what, Exception? cause = null) =>
        new($"The embedding model {options.ModelId} {what}. Check the settings in {EmbeddingOptions.Section} and that the service runs.", cause!);
}
