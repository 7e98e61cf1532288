using System.Runtime.CompilerServices;
using Microsoft.SemanticKernel;
using QnA.Models.Options;
using QnA.Models.Prompts;

namespace QnA.Models.Calls;

/// <summary>Sends a prompt to a model and gives what it writes as it comes, within the time-outs.</summary>
internal sealed class ModelCall(TimeProvider time)
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
                var text = chunks.Current.Content ?? "";
                left -= text.Length;
                yield return text;
            }
        }
    }
}
