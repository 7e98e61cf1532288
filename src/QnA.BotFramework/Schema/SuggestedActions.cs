using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>Actions offered with a message; they vanish when one is chosen.</summary>
public class SuggestedActions
{
    /// <summary>Initializes an empty set of actions.</summary>
    public SuggestedActions()
    {
    }

    /// <summary>Initializes a set of actions from its parts.</summary>
    public SuggestedActions(IList<string>? to = null, IList<CardAction>? actions = null)
    {
        To = to;
        Actions = actions;
    }

    /// <summary>Gets or sets the ids of those who see the actions; all members when null.</summary>
    [JsonPropertyName("to")]
    public IList<string>? To { get; set; }

    /// <summary>Gets or sets the actions.</summary>
    [JsonPropertyName("actions")]
    public IList<CardAction>? Actions { get; set; }

    /// <summary>Initializes a set of actions from sequences.</summary>
    public SuggestedActions(IEnumerable<string>? to, IEnumerable<CardAction>? actions)
        : this(to?.ToList(), actions?.ToList())
    {
    }
}
