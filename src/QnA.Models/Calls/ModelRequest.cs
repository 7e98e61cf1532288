using QnA.Models.Options;
using QnA.Models.Prompts;

namespace QnA.Models.Calls;

/// <summary>What is asked of which model.</summary>
/// <param name="Endpoint">The model.</param>
/// <param name="Prompt">The prompt.</param>
/// <param name="Variables">What is put into it, by name.</param>
/// <param name="Options">Says how long the model may be silent and how much it may write.</param>
/// <param name="Timeout">How long the whole of it may take.</param>
internal sealed record ModelRequest(ModelEndpoint Endpoint, Prompt Prompt, IReadOnlyDictionary<string, string> Variables, ModelOptions Options, TimeSpan Timeout);
