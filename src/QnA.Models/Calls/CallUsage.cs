using System.Text;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using OpenAI.Chat;
using QnA.Core.Usage;
using QnA.Models.Passages;

namespace QnA.Models.Calls;

/// <summary>The tokens of one call: what its service says, or else what they are counted to be.</summary>
/// <remarks>For one call and one thread.</remarks>
internal sealed class CallUsage(ITokenCounter tokens)
{
    // The name under which Semantic Kernel's metadata has what a service says.
    private const string MetadataKey = "Usage";

    private readonly StringBuilder _written = new();
    private bool _hasAny;
    private long? _input;
    private long? _output;

    /// <summary>Reads a piece of the response.</summary>
    public void Heard(StreamingChatMessageContent piece)
    {
        _hasAny = true;
        _written.Append(piece.Content);
        switch (piece.Metadata?.GetValueOrDefault(MetadataKey))
        {
            case ChatTokenUsage usage:
                Said(usage.InputTokenCount, usage.OutputTokenCount);
                break;
            case UsageContent { Details: var usage }:
                Said(usage.InputTokenCount, usage.OutputTokenCount);
                break;
        }
    }

    /// <summary>Adds up; <see langword="null"/> where nothing was heard, for then nothing is known to be used.</summary>
    /// <param name="endpoint">The model.</param>
    /// <param name="prompt">The prompt.</param>
    /// <param name="arguments">What the prompt was given.</param>
    public ModelUsage? Of(ModelEndpoint endpoint, Prompts.Prompt prompt, KernelArguments arguments)
    {
        if (!_hasAny)
        {
            return null;
        }

        var input = _input ?? tokens.Count(prompt.Template) + arguments.Values.OfType<string>().Sum(tokens.Count);
        var output = _output ?? tokens.Count(_written.ToString());
        return new ModelUsage(endpoint.Name, 1, input, output)
        {
            IsEstimated = _input is null || _output is null,
            Cost = endpoint.Price.Of(input, output),
        };
    }

    // Services that tell more than once tell a total so far.
    private void Said(long? input, long? output)
    {
        _input = Later(_input, input);
        _output = Later(_output, output);
    }

    private static long? Later(long? before, long? now) => now > 0 ? Math.Max(before ?? 0, now.Value) : before;
}
