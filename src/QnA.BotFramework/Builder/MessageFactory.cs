using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Makes messages.</summary>
public static class MessageFactory
{
    /// <summary>Makes a message of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="ssml">What is spoken, as text or SSML.</param>
    /// <param name="inputHint">Whether the bot waits for input; <see cref="InputHints.AcceptingInput"/> when null.</param>
    /// <returns>The message.</returns>
    public static Activity Text(string? text, string? ssml = null, string? inputHint = null)
    {
        var message = (Activity)Activity.CreateMessageActivity();
        message.Text = string.IsNullOrWhiteSpace(text) ? null : text;
        message.Speak = string.IsNullOrWhiteSpace(ssml) ? null : ssml;
        message.InputHint = inputHint ?? InputHints.AcceptingInput;
        return message;
    }

    /// <summary>Makes a message with actions, each of a text.</summary>
    /// <param name="actions">The texts.</param>
    /// <param name="text">The text.</param>
    /// <param name="ssml">What is spoken, as text or SSML.</param>
    /// <param name="inputHint">Whether the bot waits for input.</param>
    /// <returns>The message.</returns>
    public static IMessageActivity SuggestedActions(
        IEnumerable<string> actions, string? text = null, string? ssml = null, string? inputHint = null) =>
        SuggestedActions(actions, text, ssml, inputHint, toList: null);

    /// <summary>Makes a message with actions, each of a text.</summary>
    /// <param name="actions">The texts.</param>
    /// <param name="text">The text.</param>
    /// <param name="ssml">What is spoken, as text or SSML.</param>
    /// <param name="inputHint">Whether the bot waits for input.</param>
    /// <param name="toList">The ids of those who see the actions; all members when null.</param>
    /// <returns>The message.</returns>
    public static IMessageActivity SuggestedActions(
        IEnumerable<string> actions, string? text = null, string? ssml = null, string? inputHint = null, IList<string>? toList = null)
    {
        ArgumentNullException.ThrowIfNull(actions);
        return SuggestedActions(actions.Select(CardAction.FromString), text, ssml, inputHint, toList);
    }

    /// <summary>Makes a message with actions.</summary>
    /// <param name="cardActions">The actions.</param>
    /// <param name="text">The text.</param>
    /// <param name="ssml">What is spoken, as text or SSML.</param>
    /// <param name="inputHint">Whether the bot waits for input.</param>
    /// <returns>The message.</returns>
    public static IMessageActivity SuggestedActions(
        IEnumerable<CardAction> cardActions, string? text = null, string? ssml = null, string? inputHint = null) =>
        SuggestedActions(cardActions, text, ssml, inputHint, toList: null);

    /// <summary>Makes a message with actions.</summary>
    /// <param name="cardActions">The actions.</param>
    /// <param name="text">The text.</param>
    /// <param name="ssml">What is spoken, as text or SSML.</param>
    /// <param name="inputHint">Whether the bot waits for input.</param>
    /// <param name="toList">The ids of those who see the actions; all members when null.</param>
    /// <returns>The message.</returns>
    public static IMessageActivity SuggestedActions(
        IEnumerable<CardAction> cardActions, string? text = null, string? ssml = null, string? inputHint = null, IList<string>? toList = null)
    {
        ArgumentNullException.ThrowIfNull(cardActions);
        var message = Text(text, ssml, inputHint);
        message.SuggestedActions = new SuggestedActions(toList, cardActions.ToList());
        return message;
    }

    /// <summary>Makes a message with an attachment.</summary>
    /// <param name="attachment">The attachment.</param>
    /// <param name="text">The text.</param>
    /// <param name="ssml">What is spoken, as text or SSML.</param>
    /// <param name="inputHint">Whether the bot waits for input.</param>
    /// <returns>The message.</returns>
    public static IMessageActivity Attachment(Attachment attachment, string? text = null, string? ssml = null, string? inputHint = null)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        return WithAttachments(AttachmentLayoutTypes.List, [attachment], text, ssml, inputHint);
    }

    /// <summary>Makes a message with attachments, one below another.</summary>
    /// <param name="attachments">The attachments.</param>
    /// <param name="text">The text.</param>
    /// <param name="ssml">What is spoken, as text or SSML.</param>
    /// <param name="inputHint">Whether the bot waits for input.</param>
    /// <returns>The message.</returns>
    public static IMessageActivity Attachment(
        IEnumerable<Attachment> attachments, string? text = null, string? ssml = null, string? inputHint = null)
    {
        ArgumentNullException.ThrowIfNull(attachments);
        return WithAttachments(AttachmentLayoutTypes.List, [.. attachments], text, ssml, inputHint);
    }

    /// <summary>Makes a message with attachments side by side.</summary>
    /// <param name="attachments">The attachments.</param>
    /// <param name="text">The text.</param>
    /// <param name="ssml">What is spoken, as text or SSML.</param>
    /// <param name="inputHint">Whether the bot waits for input.</param>
    /// <returns>The message.</returns>
    public static IMessageActivity Carousel(
        IEnumerable<Attachment> attachments, string? text = null, string? ssml = null, string? inputHint = null)
    {
        ArgumentNullException.ThrowIfNull(attachments);
        return WithAttachments(AttachmentLayoutTypes.Carousel, [.. attachments], text, ssml, inputHint);
    }

    /// <summary>Makes a message with a file at an address.</summary>
    /// <param name="url">The file's address.</param>
    /// <param name="contentType">The file's media type.</param>
    /// <param name="name">The name to show.</param>
    /// <param name="text">The text.</param>
    /// <param name="ssml">What is spoken, as text or SSML.</param>
    /// <param name="inputHint">Whether the bot waits for input.</param>
    /// <returns>The message.</returns>
    public static IMessageActivity ContentUrl(
        string url, string contentType, string? name = null, string? text = null, string? ssml = null, string? inputHint = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(url);
        ArgumentException.ThrowIfNullOrWhiteSpace(contentType);
        var attachment = new Attachment { ContentType = contentType, ContentUrl = url, Name = name ?? string.Empty };
        return WithAttachments(AttachmentLayoutTypes.List, [attachment], text, ssml, inputHint);
    }

    private static Activity WithAttachments(string layout, List<Attachment> attachments, string? text, string? ssml, string? inputHint)
    {
        var message = Text(text, ssml, inputHint);
        message.AttachmentLayout = layout;
        message.Attachments = attachments;
        return message;
    }
}
