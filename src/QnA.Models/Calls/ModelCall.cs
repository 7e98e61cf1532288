using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using Polly.CircuitBreaker;
using QnA.Core.Usage;
using QnA.Models.Passages;
using QnA.Models.Telemetry;

namespace QnA.Models.Calls;

/// <summary>
/// Sends a prompt to a model and gives what it writes as it comes, through the model's circuit and within the time-outs; traces the call and
/// counts its tokens. Whatever goes wrong is said in the log here, once.
/// </summary>
internal sealed partial class ModelCall(ModelTelemetry telemetry, UsageMeter meter, ITokenCounter tokens, TimeProvider time, ILogger<ModelCall> logger)
{
    // UTF-16 code units a token at most, seen over all languages; a server that writes on without end is cut here.
    private const int CharactersPerToken = 12;

    /// <summary>Runs a prompt.</summary>
    /// <param name="request">What is asked of which model.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ModelFailedException">
    /// The model, its server or its library failed; it was silent for too long or did not finish in time; or it failed a moment ago and is left alone.
    /// </exception>
    public async IAsyncEnumerable<string> StreamAsync(ModelRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var texts = ThroughCircuitAsync(request, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (texts.ConfigureAwait(false))
        {
            while (await NextAsync().ConfigureAwait(false))
            {
                yield return texts.Current;
            }
        }

        async ValueTask<bool> NextAsync()
        {
            try
            {
                return await texts.MoveNextAsync().ConfigureAwait(false);
            }
            catch (BrokenCircuitException exception)
            {
                Log.LeftAlone(logger, request.Endpoint.Name);
                throw new ModelFailedException(request.Endpoint.Name, exception);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // Its message may hold a key.
                Log.Failed(logger, request.Endpoint.Name, exception.GetType().Name);
                throw new ModelFailedException(request.Endpoint.Name, exception);
            }
        }
    }

    private async IAsyncEnumerable<string> ThroughCircuitAsync(ModelRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var texts = TraceAsync(request, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (texts.ConfigureAwait(false))
        {
            // The circuit comes first: where it is open, there is no call to trace.
            var hasNext = await request.Endpoint.Circuit.BeginAsync(_ => texts.MoveNextAsync(), cancellationToken).ConfigureAwait(false);
            while (hasNext)
            {
                yield return texts.Current;
                hasNext = await GoOnAsync(request.Endpoint, texts, cancellationToken).ConfigureAwait(false);
            }

            await request.Endpoint.Circuit.EndAsync(failure: null).ConfigureAwait(false);
        }
    }

    private static async ValueTask<bool> GoOnAsync(ModelEndpoint endpoint, IAsyncEnumerator<string> texts, CancellationToken cancellationToken)
    {
        try
        {
            return await texts.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            await endpoint.Circuit.EndAsync(exception).ConfigureAwait(false);
            throw;
        }
    }

    private async IAsyncEnumerable<string> TraceAsync(ModelRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var operation = telemetry.Start(ModelTelemetry.Chat, request.Endpoint.Served);
        operation.Tag("gen_ai.request.max_tokens", request.Options.MaxOutputTokens);
        var usage = new CallUsage(tokens);
        var arguments = new KernelArguments(request.Prompt.SettingsWith(request.Options.MaxOutputTokens));
        foreach (var (name, value) in request.Variables)
        {
            arguments[name] = value;
        }

        var chunks = StreamChunksAsync(request, arguments, cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            while (await MoveNextAsync(chunks, operation).ConfigureAwait(false))
            {
                operation.Heard();
                usage.Heard(chunks.Current);
                yield return chunks.Current.Content ?? "";
            }
        }
        finally
        {
            await chunks.DisposeAsync().ConfigureAwait(false);
            if (usage.Of(request.Endpoint, request.Prompt, arguments) is { } used)
            {
                operation.Used(used);
                meter.Add(used);
            }
        }
    }

    private static async ValueTask<bool> MoveNextAsync(
        IAsyncEnumerator<StreamingChatMessageContent> chunks, ModelTelemetry.ModelOperation operation)
    {
        try
        {
            return await chunks.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            operation.Fail(exception);
            throw;
        }
    }

    private async IAsyncEnumerable<StreamingChatMessageContent> StreamChunksAsync(
        ModelRequest request, KernelArguments arguments, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var whole = new CancellationTokenSource(request.Timeout, time);
        using var silence = new CancellationTokenSource(request.Options.FirstTokenTimeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, whole.Token, silence.Token);
        var chunks = request.Prompt.Function.InvokeStreamingAsync<StreamingChatMessageContent>(request.Endpoint.Kernel, arguments, linked.Token)
            .GetAsyncEnumerator(linked.Token);
        var left = request.Options.MaxOutputTokens * CharactersPerToken;
        await using (chunks.ConfigureAwait(false))
        {
            while (left > 0 && await MoveNextAsync().ConfigureAwait(false))
            {
                silence.CancelAfter(request.Options.FirstTokenTimeout);
                left -= chunks.Current.Content?.Length ?? 0;
                yield return chunks.Current;
            }
        }

        // Libraries give a cancelled request many names, and one takes it for the end of the answer.
        async ValueTask<bool> MoveNextAsync()
        {
            try
            {
                if (await chunks.MoveNextAsync().ConfigureAwait(false))
                {
                    return true;
                }
            }
            catch (Exception exception) when (linked.IsCancellationRequested)
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw new TimeoutException(TooSlow(request.Endpoint), exception);
            }

            cancellationToken.ThrowIfCancellationRequested();
            return linked.IsCancellationRequested ? throw new TimeoutException(TooSlow(request.Endpoint)) : false;
        }
    }

    private static string TooSlow(ModelEndpoint endpoint) => $"The model {endpoint.Name} did not answer in time.";

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The model {Model} failed: {Error}")]
        public static partial void Failed(ILogger logger, string model, string error);

        [LoggerMessage(Level = LogLevel.Debug, Message = "The model {Model} failed a moment ago and is not asked")]
        public static partial void LeftAlone(ILogger logger, string model);
    }
}

/// <summary>A call to a model failed; why is the inner exception, whose message may hold anything.</summary>
internal sealed class ModelFailedException(string model, Exception cause) : Exception($"The model {model} failed.", cause);
