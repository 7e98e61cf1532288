using Microsoft.Bot.Builder;

namespace QnA.BotFramework.Tests.Infrastructure;

/// <summary>A bot made of a lambda.</summary>
internal sealed class LambdaBot(Func<ITurnContext, CancellationToken, Task> turn) : IBot
{
    public static LambdaBot Echo { get; } = new((turn, token) => turn.SendActivityAsync($"echo {turn.Activity.Text}", cancellationToken: token));

    public static LambdaBot Silent { get; } = new((_, _) => Task.CompletedTask);

    public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) => turn(turnContext, cancellationToken);
}
