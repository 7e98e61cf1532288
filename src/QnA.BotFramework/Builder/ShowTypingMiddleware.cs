using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace Microsoft.Bot.Builder;

/// <summary>Shows that the bot is writing while a message is handled.</summary>
/// <param name="delay">Milliseconds before the first indicator; 0 or more. The default is 500.</param>
/// <param name="period">Milliseconds between indicators; more than 0. The default is 2000.</param>
public class ShowTypingMiddleware(int delay = 500, int period = 2000) : IMiddleware
{
    private readonly TimeSpan _delay = delay >= 0
        ? TimeSpan.FromMilliseconds(delay)
        : throw new ArgumentOutOfRangeException(nameof(delay), delay, "The delay must be 0 or more milliseconds.");

    private readonly TimeSpan _period = period > 0
        ? TimeSpan.FromMilliseconds(period)
        : throw new ArgumentOutOfRangeException(nameof(period), period, "The period must be more than 0 milliseconds.");

    /// <summary>Gets or sets the clock.</summary>
    internal TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <inheritdoc/>
    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(next);
        if (turnContext.Activity.Type != ActivityTypes.Message)
        {
            await next(cancellationToken);
            return;
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var typing = ShowAsync(turnContext, ended.Token);
        try
        {
            await next(cancellationToken);
        }
        finally
        {
            await ended.CancelAsync();
            await typing;
        }
    }

    private async Task ShowAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(_delay, TimeProvider, cancellationToken);
            while (!turnContext.Responded)
            {
                // Past the turn's handlers: an indicator is neither recorded nor does it count as an answer.
                var typing = new Activity { Type = ActivityTypes.Typing, RelatesTo = turnContext.Activity.RelatesTo };
                typing.ApplyConversationReference(turnContext.Activity.GetConversationReference());
                await turnContext.Adapter.SendActivitiesAsync(turnContext, [typing], cancellationToken);
                await Task.Delay(_period, TimeProvider, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The turn has ended.
        }
        catch (Exception exception) when (exception is RestException)
        {
            // A channel that does not take an indicator may still take the answer.
        }
    }
}
