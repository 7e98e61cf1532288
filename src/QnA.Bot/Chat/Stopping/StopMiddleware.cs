using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace QnA.Bot.Chat.Stopping;

/// <summary>Lets a person's stop end the turn of a message; what was sent before stays.</summary>
internal sealed class StopMiddleware(RunningTurns running) : Microsoft.Bot.Builder.IMiddleware
{
    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        if (activity.Type != ActivityTypes.Message || RunningTurns.IsStop(activity))
        {
            await next(cancellationToken);
            return;
        }

        var stopped = running.Begin(activity);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stopped);
        try
        {
            await next(either.Token);
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // The person knows, and the turn of the stop, which is next, says so.
        }
        finally
        {
            running.End(activity);
        }
    }
}
