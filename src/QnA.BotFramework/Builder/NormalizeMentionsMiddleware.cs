using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Removes the mention of the bot from the text of messages; the entities stay.</summary>
public class NormalizeMentionsMiddleware : IMiddleware
{
    /// <summary>Gets or sets a value indicating whether the mention is removed.</summary>
    /// <value>The default is true.</value>
    public bool RemoveRecipientMention { get; set; } = true;

    /// <inheritdoc/>
    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(next);
        if (RemoveRecipientMention && turnContext.Activity.AsMessageActivity() is { } message)
        {
            message.RemoveRecipientMention();
        }

        return next(cancellationToken);
    }
}
