using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>The values of <see cref="CardAction.Type"/>.</summary>
public static class ActionTypes
{
    /// <summary>Opens an address.</summary>
    public const string OpenUrl = "openUrl";

    /// <summary>Sends the value as a message that all members see.</summary>
    public const string ImBack = "imBack";

    /// <summary>Sends the value to the bot, unseen.</summary>
    public const string PostBack = "postBack";

    /// <summary>Plays a sound.</summary>
    public const string PlayAudio = "playAudio";

    /// <summary>Plays a film.</summary>
    public const string PlayVideo = "playVideo";

    /// <summary>Shows a picture.</summary>
    public const string ShowImage = "showImage";

    /// <summary>Downloads a file.</summary>
    public const string DownloadFile = "downloadFile";

    /// <summary>Starts a sign-in.</summary>
    public const string Signin = "signin";

    /// <summary>Calls a telephone number.</summary>
    public const string Call = "call";

    /// <summary>Starts a payment; channels no longer offer it.</summary>
    public const string Payment = "payment";

    /// <summary>Sends the value to the bot and shows a text as the message.</summary>
    public const string MessageBack = "messageBack";

    /// <summary>Opens an app.</summary>
    [SuppressMessage("Style", "IDE1006:Naming Styles", Justification = "The official name of this constant.")]
    public const string openApp = "openApp";
}

/// <summary>A button, or what a tap on a card does.</summary>
public class CardAction
{
    /// <summary>Initializes an empty action.</summary>
    public CardAction()
    {
    }

    /// <summary>Initializes an action from its parts.</summary>
    public CardAction(
        string? type = null, string? title = null, string? image = null, string? text = null, string? displayText = null,
        object? value = null, object? channelData = null)
    {
        Type = type;
        Title = title;
        Image = image;
        Text = text;
        DisplayText = displayText;
        Value = value;
        ChannelData = channelData;
    }

    /// <summary>Gets or sets the kind of action; see <see cref="ActionTypes"/>.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>Gets or sets the words on the button.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; set; }

    /// <summary>Gets or sets the address of a picture on the button.</summary>
    [JsonPropertyName("image")]
    public string? Image { get; set; }

    /// <summary>Gets or sets the text of the action.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; set; }

    /// <summary>Gets or sets the text shown in the chat when the button is pressed.</summary>
    [JsonPropertyName("displayText")]
    public string? DisplayText { get; set; }

    /// <summary>Gets or sets what the action opens or sends.</summary>
    [JsonPropertyName("value")]
    public object? Value { get; set; }

    /// <summary>Gets or sets what only the channel understands.</summary>
    [JsonPropertyName("channelData")]
    public object? ChannelData { get; set; }

    /// <summary>Gets or sets the words that stand for the picture.</summary>
    [JsonPropertyName("imageAltText")]
    public string? ImageAltText { get; set; }

    /// <summary>Makes an action of a text.</summary>
    /// <param name="input">The text.</param>
    public static implicit operator CardAction(string input) => FromString(input);

    /// <summary>Makes an action of a text, which is both its title and its value.</summary>
    /// <param name="input">The text.</param>
    /// <returns>An <see cref="ActionTypes.ImBack"/> action.</returns>
    public static CardAction FromString(string input) => new() { Type = ActionTypes.ImBack, Title = input, Value = input };
}
