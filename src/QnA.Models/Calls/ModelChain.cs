using System.Text;
using Microsoft.Extensions.Options;
using QnA.Models.Options;
using QnA.Models.Output;
using QnA.Models.Prompts;

namespace QnA.Models.Calls;

/// <summary>Asks the configured models, one after the other until one answers, for a short text: a question, a verdict.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class ModelChain(IReadOnlyList<ModelEndpoint> endpoints, ModelCall call, IOptionsMonitor<ModelOptions> options)
{
    /// <summary>Asks.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <param name="variables">What is put into it, by name.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What the model wrote, without its thoughts; <see langword="null"/> where none answered within <see cref="ModelOptions.FirstTokenTimeout"/>.</returns>
    public async Task<string?> AskAsync(Prompt prompt, IReadOnlyDictionary<string, string> variables, CancellationToken cancellationToken)
    {
        var settings = options.CurrentValue;
        foreach (var endpoint in endpoints)
        {
            try
            {
                var text = new StringBuilder();
                await foreach (var chunk in call.StreamAsync(new ModelRequest(endpoint, prompt, variables, settings, settings.FirstTokenTimeout), cancellationToken).ConfigureAwait(false))
                {
                    text.Append(chunk);
                }

                return Thoughts.Remove(text.ToString());
            }
            catch (ModelFailedException)
            {
                // The next one is asked.
            }
        }

        return null;
    }
}
