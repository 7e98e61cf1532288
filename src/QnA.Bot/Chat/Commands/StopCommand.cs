using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using QnA.Core.Conversations;

namespace QnA.Bot.Chat.Commands;

/// <summary>Says that no answer is being made any more; the stopping was done when the message arrived (see <see cref="Stopping.RunningTurns"/>).</summary>
internal sealed class StopCommand : IChatCommand
{
    public string Name => ChatCommandWord.Stop.Name;

    public string Purpose => ChatCommandWord.Stop.Purpose;

    public Task<Activity> ExecuteAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
        Task.FromResult(CommandReply.Markdown("I have stopped. Ask me something else."));
}
