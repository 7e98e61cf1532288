using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>The value of an <c>adaptiveCard/action</c> invoke.</summary>
public class AdaptiveCardInvokeValue
{
    /// <summary>Gets or sets the action that was chosen.</summary>
    [JsonPropertyName("action")]
    public AdaptiveCardInvokeAction? Action { get; set; }

    /// <summary>Gets or sets the sign-in that goes with the invoke.</summary>
    [JsonPropertyName("authentication")]
    public AdaptiveCardAuthentication? Authentication { get; set; }

    /// <summary>Gets or sets the magic code of a sign-in.</summary>
    [JsonPropertyName("state")]
    public string? State { get; set; }
}

/// <summary>The action of an <c>adaptiveCard/action</c> invoke.</summary>
public class AdaptiveCardInvokeAction
{
    /// <summary>Gets or sets the kind of action; <c>Action.Execute</c>.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>Gets or sets the action's id on the card.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>Gets or sets the action's verb.</summary>
    [JsonPropertyName("verb")]
    public string? Verb { get; set; }

    /// <summary>Gets or sets the card's data and inputs.</summary>
    [JsonPropertyName("data")]
    public object? Data { get; set; }
}

/// <summary>The sign-in of an <c>adaptiveCard/action</c> invoke.</summary>
public class AdaptiveCardAuthentication
{
    /// <summary>Gets or sets the sign-in's id.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>Gets or sets the name of the connection.</summary>
    [JsonPropertyName("connectionName")]
    public string? ConnectionName { get; set; }

    /// <summary>Gets or sets the token.</summary>
    [JsonPropertyName("token")]
    public string? Token { get; set; }
}

/// <summary>The answer to an <c>adaptiveCard/action</c> invoke.</summary>
public class AdaptiveCardInvokeResponse
{
    /// <summary>Gets or sets the HTTP status of the action; not of the request.</summary>
    [JsonPropertyName("statusCode")]
    public int StatusCode { get; set; }

    /// <summary>Gets or sets the media type of the value.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>Gets or sets a card, a message or an error.</summary>
    [JsonPropertyName("value")]
    public object? Value { get; set; }
}
