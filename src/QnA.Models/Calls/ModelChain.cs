using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;
using Polly.CircuitBreaker;
using QnA.Models.Options;
using QnA.Models.Output;
using QnA.Models.Prompts;

namespace QnA.Models.Calls;

/// <summary>Asks the configured models, one after the other until one answers, for a short text: a question, a verdict.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed partial class ModelChain(
    IReadOnlyList<ModelEndpoint> endpoints, ModelCall call, IOptionsMonitor<ModelOptions> options, ILogger<ModelChain> logger)
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
            var arguments = new KernelArguments(prompt.SettingsWith(settings.MaxOutputTokens));
            foreach (var (name, value) in variables)
            {
                arguments[name] = value;
            }

            try
            {
                var text = new StringBuilder();
                await foreach (var chunk in call.StreamAsync(new ModelRequest(endpoint, prompt, arguments, settings, settings.FirstTokenTimeout), cancellationToken).ConfigureAwait(false))
                {
                    text.Append(chunk);
                }

                return Thoughts.Remove(text.ToString());
            }
            catch (BrokenCircuitException)
            {
                // It failed a moment ago, and the log said so then.
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                Log.ModelFailed(logger, endpoint.Name, exception.GetType().Name);
            }
        }

        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The model {Model} failed: {Error}")]
        public static partial void ModelFailed(ILogger logger, string model, string error);
    }
}
