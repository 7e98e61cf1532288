using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace QnA.Bot.Chat.Commands;

/// <summary>Says that no answer is being made any more; the stopping was done when the message arrived (see <see cref="Stopping.RunningTurns"/>).</summary>
internal sealed class StopCommand : IChatCommand
{
    /// <summary>The word that calls the command.</summary>
    public const string Word = "stop";

    public string Name => Word;

    public string Purpose => "have me stop while I am answering";

    public Task<Activity> ExecuteAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
        Task.FromResult(CommandReply.Markdown("I have stopped. Ask me something else."));
}
