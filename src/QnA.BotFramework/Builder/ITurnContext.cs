using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>A bot: what happens with each activity.</summary>
public interface IBot
{
    /// <summary>Handles one activity.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the turn.</returns>
    Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}

/// <summary>Code that runs around every turn.</summary>
public interface IMiddleware
{
    /// <summary>Runs around the rest of the turn.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="next">The rest of the turn; not called when this code ends the turn.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the turn.</returns>
    Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default);
}

/// <summary>One turn: an incoming activity and the means to answer it.</summary>
public interface ITurnContext
{
    /// <summary>Gets the adapter that runs the turn.</summary>
    BotAdapter Adapter { get; }

    /// <summary>Gets the values that live as long as the turn.</summary>
    TurnContextStateCollection TurnState { get; }

    /// <summary>Gets the incoming activity.</summary>
    Activity Activity { get; }

    /// <summary>Gets a value indicating whether anything but traces was sent in this turn.</summary>
    bool Responded { get; }

    /// <summary>Sends a text.</summary>
    /// <param name="textReplyToSend">The text.</param>
    /// <param name="speak">What is spoken, as text or SSML.</param>
    /// <param name="inputHint">Whether the bot waits for input; see <see cref="InputHints"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The id that the channel gave.</returns>
    Task<ResourceResponse> SendActivityAsync(
        string textReplyToSend, string? speak = null, string inputHint = InputHints.AcceptingInput, CancellationToken cancellationToken = default);

    /// <summary>Sends an activity.</summary>
    /// <param name="activity">The activity; it is addressed to this turn's conversation.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The id that the channel gave.</returns>
    Task<ResourceResponse> SendActivityAsync(IActivity activity, CancellationToken cancellationToken = default);

    /// <summary>Sends activities in their order.</summary>
    /// <param name="activities">The activities; they are addressed to this turn's conversation.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The ids that the channel gave, in the same order.</returns>
    Task<ResourceResponse[]> SendActivitiesAsync(IActivity[] activities, CancellationToken cancellationToken = default);

    /// <summary>Replaces an activity that was sent.</summary>
    /// <param name="activity">The new activity, with the id of the one to replace.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The id that the channel gave.</returns>
    Task<ResourceResponse> UpdateActivityAsync(IActivity activity, CancellationToken cancellationToken = default);

    /// <summary>Deletes an activity that was sent.</summary>
    /// <param name="activityId">Its id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends with the call.</returns>
    Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default);

    /// <summary>Deletes an activity that was sent.</summary>
    /// <param name="conversationReference">Its conversation and id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends with the call.</returns>
    Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default);

    /// <summary>Adds code that runs around every send of this turn.</summary>
    /// <param name="handler">The code.</param>
    /// <returns>This turn.</returns>
    ITurnContext OnSendActivities(SendActivitiesHandler handler);

    /// <summary>Adds code that runs around every update of this turn.</summary>
    /// <param name="handler">The code.</param>
    /// <returns>This turn.</returns>
    ITurnContext OnUpdateActivity(UpdateActivityHandler handler);

    /// <summary>Adds code that runs around every deletion of this turn.</summary>
    /// <param name="handler">The code.</param>
    /// <returns>This turn.</returns>
    ITurnContext OnDeleteActivity(DeleteActivityHandler handler);
}

/// <summary>A turn whose activity is of a known kind.</summary>
/// <typeparam name="T">The kind.</typeparam>
public interface ITurnContext<T> : ITurnContext
    where T : IActivity
{
    /// <summary>Gets the incoming activity.</summary>
    new T Activity { get; }
}

/// <summary>The code of a turn, after the middleware.</summary>
/// <param name="turnContext">The turn.</param>
/// <param name="cancellationToken">Cancels the turn.</param>
/// <returns>A task that ends with the turn.</returns>
public delegate Task BotCallbackHandler(ITurnContext turnContext, CancellationToken cancellationToken);

/// <summary>The rest of a turn.</summary>
/// <param name="cancellationToken">Cancels the turn.</param>
/// <returns>A task that ends with the turn.</returns>
public delegate Task NextDelegate(CancellationToken cancellationToken);

/// <summary>Code around a send.</summary>
/// <param name="turnContext">The turn.</param>
/// <param name="activities">What is sent; the code may change the list.</param>
/// <param name="next">Sends what is in the list.</param>
/// <returns>The ids that the channel gave.</returns>
public delegate Task<ResourceResponse[]> SendActivitiesHandler(
    ITurnContext turnContext, List<Activity> activities, Func<Task<ResourceResponse[]>> next);

/// <summary>Code around an update.</summary>
/// <param name="turnContext">The turn.</param>
/// <param name="activity">The new activity.</param>
/// <param name="next">Updates it.</param>
/// <returns>The id that the channel gave.</returns>
public delegate Task<ResourceResponse> UpdateActivityHandler(ITurnContext turnContext, Activity activity, Func<Task<ResourceResponse>> next);

/// <summary>Code around a deletion.</summary>
/// <param name="turnContext">The turn.</param>
/// <param name="reference">What is deleted.</param>
/// <param name="next">Deletes it.</param>
/// <returns>A task that ends with the deletion.</returns>
public delegate Task DeleteActivityHandler(ITurnContext turnContext, ConversationReference reference, Func<Task> next);
