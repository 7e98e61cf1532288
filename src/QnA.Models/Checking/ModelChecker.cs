using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel.ChatCompletion;
using QnA.Core.Embeddings;
using QnA.Models.Calls;
using QnA.Models.Embeddings;
using QnA.Models.Options;

namespace QnA.Models.Checking;

/// <summary>Asks every configured model for one word, and the embedding model for one vector, to see whether the settings work.</summary>
/// <remarks>Safe for concurrent use.</remarks>
public sealed class ModelChecker
{
    private readonly IReadOnlyList<ModelEndpoint> _endpoints;
    private readonly ModelOptions _options;
    private readonly ITextEmbedder? _embedder;
    private readonly IOptions<EmbeddingOptions> _embeddingOptions;
    private readonly TimeProvider _time;

    internal ModelChecker(
        IReadOnlyList<ModelEndpoint> endpoints,
        IOptions<ModelOptions> options,
        ITextEmbedder? embedder,
        IOptions<EmbeddingOptions> embeddingOptions,
        TimeProvider time)
    {
        _endpoints = endpoints;
        _options = options.Value;
        _embedder = embedder;
        _embeddingOptions = embeddingOptions;
        _time = time;
    }

    /// <summary>Checks the models one after the other.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>One result a model, in the order of the settings, the embedding model last; none where there is neither.</returns>
    public async IAsyncEnumerable<ModelCheck> CheckAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var endpoint in _endpoints)
        {
            yield return await CheckAsync(endpoint, cancellationToken).ConfigureAwait(false);
        }

        if (_embedder is not null)
        {
            yield return await CheckAsync(_embedder, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<ModelCheck> CheckAsync(ITextEmbedder embedder, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        string? problem = null;
        try
        {
            await embedder.EmbedPassagesAsync(["ready"], cancellationToken).ConfigureAwait(false);
        }
        catch (EmbeddingException exception)
        {
            problem = exception.Message;
        }

        return new ModelCheck(_embeddingOptions.Value.ModelId, problem is null, _time.GetElapsedTime(started), problem);
    }

    private async Task<ModelCheck> CheckAsync(ModelEndpoint endpoint, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        using var timeout = new CancellationTokenSource(_options.Timeout, _time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        string? problem = null;
        try
        {
            var history = new ChatHistory();
            history.AddUserMessage("Reply with the one word: ready");
            var service = endpoint.Kernel.GetRequiredService<IChatCompletionService>();
            var reply = await service.GetChatMessageContentsAsync(history, cancellationToken: linked.Token).ConfigureAwait(false);
            problem = reply.Any(message => !string.IsNullOrWhiteSpace(message.Content)) ? null : "The model answered with nothing.";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            problem = "The model did not answer within Model:Timeout. Make sure that it runs, or allow more time.";
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            problem = WithoutKeys(exception.Message);
        }

        return new ModelCheck(endpoint.Name, problem is null, _time.GetElapsedTime(started), problem);
    }

    // Servers repeat keys in their errors.
    private string WithoutKeys(string message) =>
        _options.Endpoints.Where(endpoint => endpoint.ApiKey.Length > 0)
            .Aggregate(message, (text, endpoint) => text.Replace(endpoint.ApiKey, "(key)", StringComparison.Ordinal));
}

/// <summary>Whether a model works.</summary>
/// <param name="Model">The name of the model.</param>
/// <param name="Works">Whether it answered.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Problem">What is wrong; <see langword="null"/> where it works. Holds no key.</param>
public sealed record ModelCheck(string Model, bool Works, TimeSpan Elapsed, string? Problem);
