using System.Runtime.CompilerServices;
using Microsoft.SemanticKernel;
using QnA.Core.Usage;
using QnA.Models.Options;
using QnA.Models.Passages;
using QnA.Models.Prompts;
using QnA.Models.Telemetry;

namespace QnA.Models.Calls;

/// <summary>Sends a prompt to a model and gives what it writes as it comes, within the time-outs; traces the call and counts its tokens.</summary>
internal sealed class ModelCall(ModelTelemetry telemetry, UsageMeter meter, ITokenCounter tokens, TimeProvider time)
{
    // UTF-16 code units a token at most, seen over all languages; a server that writes on without end is cut here.
    private const int CharactersPerToken = 12;

    /// <summary>Runs a prompt.</summary>
    /// <exception cref="TimeoutException">The model was silent for too long, or did not finish in time.</exception>
    public async IAsyncEnumerable<string> StreamAsync(
        ModelEndpoint endpoint,
        Prompt prompt,
        KernelArguments arguments,
        ModelOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var operation = telemetry.Start(ModelTelemetry.Chat, endpoint.Served);
        operation.Tag("gen_ai.request.max_tokens", options.MaxOutputTokens);
        var usage = new CallUsage(tokens);
        var chunks = StreamChunksAsync(endpoint, prompt, arguments, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
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
            if (usage.Of(endpoint, prompt, arguments) is { } used)
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
        ModelEndpoint endpoint,
        Prompt prompt,
        KernelArguments arguments,
        ModelOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var whole = new CancellationTokenSource(options.Timeout, time);
        using var silence = new CancellationTokenSource(options.FirstTokenTimeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, whole.Token, silence.Token);
        var chunks = prompt.Function.InvokeStreamingAsync<StreamingChatMessageContent>(endpoint.Kernel, arguments, linked.Token)
            .GetAsyncEnumerator(linked.Token);
        var left = options.MaxOutputTokens * CharactersPerToken;
        await using (chunks.ConfigureAwait(false))
        {
            while (left > 0)
            {
                bool hasNext;
                try
                {
                    hasNext = await chunks.MoveNextAsync().ConfigureAwait(false);
                }
                catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
                {
                    throw new TimeoutException($"The model {endpoint.Name} did not answer in time.", exception);
                }

                if (!hasNext)
                {
                    yield break;
                }

                silence.CancelAfter(options.FirstTokenTimeout);
                left -= chunks.Current.Content?.Length ?? 0;
                yield return chunks.Current;
            }
        }
    }
}
