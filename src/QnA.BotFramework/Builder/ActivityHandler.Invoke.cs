using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.Json;
using Microsoft.Bot.Schema;
using QnA.BotFramework.Serialization;

namespace Microsoft.Bot.Builder;

public partial class ActivityHandler
{
    /// <summary>Makes the answer to an invoke that was handled.</summary>
    /// <param name="body">The body, written as JSON; null for none.</param>
    /// <returns>An answer with status 200.</returns>
    protected static InvokeResponse CreateInvokeResponse(object? body = null) => new() { Status = (int)HttpStatusCode.OK, Body = body };

    /// <summary>Handles an invoke: calls the method for a card's action, a search or a sign-in; any other is answered 501.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>The answer; an override may give null when it has sent one as an activity of type <see cref="ActivityTypesEx.InvokeResponse"/>.</returns>
    protected virtual async Task<InvokeResponse> OnInvokeActivityAsync(
        ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        try
        {
            switch (turnContext.Activity.Name)
            {
                case "application/search":
                    var search = ReadValue<SearchInvokeValue>(turnContext.Activity);
                    if (search.QueryText is null)
                    {
                        throw BadInvoke("The search has no queryText.");
                    }

                    var results = await OnSearchInvokeAsync(turnContext, search, cancellationToken);
                    return new InvokeResponse { Status = results.StatusCode, Body = results };
                case "adaptiveCard/action":
                    var action = ReadValue<AdaptiveCardInvokeValue>(turnContext.Activity);
                    if (action.Action?.Type != "Action.Execute")
                    {
                        throw BadInvoke($"The card's action must be of type Action.Execute, not '{action.Action?.Type}'.");
                    }

                    var card = await OnAdaptiveCardInvokeAsync(turnContext, action, cancellationToken);
                    return new InvokeResponse { Status = card.StatusCode, Body = card };
                case "signin/verifyState" or "signin/tokenExchange":
                    await OnSignInInvokeAsync(turnContext, cancellationToken);
                    return CreateInvokeResponse();
                default:
                    throw new InvokeResponseException(HttpStatusCode.NotImplemented);
            }
        }
        catch (InvokeResponseException exception)
        {
            return exception.CreateInvokeResponse();
        }
    }

    /// <summary>Handles a sign-in; 501 unless overridden.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the work.</returns>
    protected virtual Task OnSignInInvokeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    /// <summary>Handles the action of an Adaptive Card; 501 unless overridden.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="invokeValue">The action.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A card, a message or an error.</returns>
    protected virtual Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    /// <summary>Handles the search of a card's input; 501 unless overridden.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="invokeValue">The search.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>The results.</returns>
    protected virtual Task<SearchInvokeResponse> OnSearchInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, SearchInvokeValue invokeValue, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    private static T ReadValue<T>(IInvokeActivity activity)
        where T : class
    {
        try
        {
            return SchemaJson.ConvertTo<T>(activity.Value) ?? throw BadInvoke($"The invoke '{activity.Name}' has no value.");
        }
        catch (JsonException)
        {
            throw BadInvoke($"The value of the invoke '{activity.Name}' is of another shape.");
        }
    }

    private static InvokeResponseException BadInvoke(string message) => new(
        HttpStatusCode.BadRequest,
        new AdaptiveCardInvokeResponse
        {
            StatusCode = (int)HttpStatusCode.BadRequest,
            Type = "application/vnd.microsoft.error",
            Value = new Error("BadRequest", message),
        });

    private async Task AnswerInvokeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var response = await OnInvokeActivityAsync(As<IInvokeActivity>(turnContext), cancellationToken);
        if (response is not null && turnContext.TurnState.Get<Activity>(BotAdapter.InvokeResponseKey) is null)
        {
            await turnContext.SendActivityAsync(new Activity { Type = ActivityTypesEx.InvokeResponse, Value = response }, cancellationToken);
        }
    }

    /// <summary>Ends the handling of an invoke with an HTTP status.</summary>
    [SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "An exception without a status would mean nothing.")]
    [SuppressMessage("Design", "RCS1194:Implement exception constructors", Justification = "An exception without a status would mean nothing.")]
    [SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "Only derived handlers throw it, as in the official SDK.")]
    protected class InvokeResponseException : Exception
    {
        private readonly HttpStatusCode _statusCode;
        private readonly object? _body;

        /// <summary>Initializes the exception.</summary>
        /// <param name="statusCode">The HTTP status.</param>
        /// <param name="body">The body, written as JSON; null for none.</param>
        public InvokeResponseException(HttpStatusCode statusCode, object? body = null)
            : base($"The invoke is answered with HTTP status {(int)statusCode}.")
        {
            _statusCode = statusCode;
            _body = body;
        }

        /// <summary>Makes the answer that the exception stands for.</summary>
        /// <returns>The answer.</returns>
        public InvokeResponse CreateInvokeResponse() => new() { Status = (int)_statusCode, Body = _body };
    }
}
