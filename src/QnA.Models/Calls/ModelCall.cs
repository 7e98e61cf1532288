using System.Runtime.CompilerServices;
using Microsoft.SemanticKernel;
using Polly.CircuitBreaker;
using QnA.Models.Options;
using QnA.Models.Prompts;

namespace QnA.Models.Calls;

/// <summary>Sends a prompt to a model and gives what it writes as it comes, within the time-outs and through the model's circuit.</summary>
internal sealed class ModelCall(TimeProvider time)
{
    // UTF-16 code units a token at most, seen over all languages; a server that writes on without end is cut here.
    private const int CharactersPerToken = 12;

    /// <summary>Runs a prompt.</summary>
    /// <param name="endpoint">The model.</param>
    /// <param name="prompt">The prompt.</param>
    /// <param name="arguments">What is put into it.</param>
    /// <param name="options">Says how long the model may be silent and how much it may write.</param>
    /// <param name="timeout">How long the whole of it may take.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="TimeoutException">The model was silent for too long, or did not finish in time.</exception>
    /// <exception cref="BrokenCircuitException">The model failed a moment ago and is left alone.</exception>
    public async IAsyncEnumerable<string> StreamAsync(
        ModelEndpoint endpoint,
        Prompt prompt,
        KernelArguments arguments,
        ModelOptions options,
        TimeSpan timeout,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var whole = new CancellationTokenSource(timeout, time);
        using var silence = new CancellationTokenSource(options.FirstTokenTimeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, whole.Token, silence.Token);
        var chunks = prompt.Function.InvokeStreamingAsync<StreamingChatMessageContent>(endpoint.Kernel, arguments, linked.Token)
            .GetAsyncEnumerator(linked.Token);
        await using (chunks.ConfigureAwait(false))
        {
            var hasNext = await endpoint.Circuit.BeginAsync(_ => MoveNextAsync(), cancellationToken).ConfigureAwait(false);
            for (var left = options.MaxOutputTokens * CharactersPerToken; hasNext && left > 0; hasNext = await GoOnAsync().ConfigureAwait(false))
            {
                silence.CancelAfter(options.FirstTokenTimeout);
                var text = chunks.Current.Content ?? "";
                left -= text.Length;
                yield return text;
            }

            await endpoint.Circuit.EndAsync(failure: null).ConfigureAwait(false);
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
                throw new TimeoutException(TooSlow(endpoint), exception);
            }

            cancellationToken.ThrowIfCancellationRequested();
            return linked.IsCancellationRequested ? throw new TimeoutException(TooSlow(endpoint)) : false;
        }

        async ValueTask<bool> GoOnAsync()
        {
            try
            {
                return await MoveNextAsync().ConfigureAwait(false);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                await endpoint.Circuit.EndAsync(exception).ConfigureAwait(false);
                throw;
            }
        }
    }

    private static string TooSlow(ModelEndpoint endpoint) => $"The model {endpoint.Name} did not answer in time.";
}
