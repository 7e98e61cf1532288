using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace QnA.Bot.Chat.Commands;

/// <summary>Something a person can say that is no question.</summary>
public interface IChatCommand
{
    /// <summary>Gets the word that calls the command, in lower case.</summary>
    string Name { get; }

    /// <summary>Gets what the command does, as it completes the sentence "say … to …".</summary>
    string Purpose { get; }

    /// <summary>Does it.</summary>
    /// <param name="turnContext">The turn in which it was said.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What is answered.</returns>
    Task<Activity> ExecuteAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken);
}
