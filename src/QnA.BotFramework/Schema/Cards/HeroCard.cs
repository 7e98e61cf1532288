using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A card with a large picture, text and buttons.</summary>
public class HeroCard
{
    /// <summary>The media type of this card as an attachment.</summary>
    public const string ContentType = "application/vnd.microsoft.card.hero";

    /// <summary>Initializes an empty card.</summary>
    public HeroCard()
    {
    }

    /// <summary>Initializes a card from its parts.</summary>
    public HeroCard(
        string? title = null, string? subtitle = null, string? text = null, IList<CardImage>? images = null,
        IList<CardAction>? buttons = null, CardAction? tap = null)
    {
        Title = title;
        Subtitle = subtitle;
        Text = text;
        Images = images;
        Buttons = buttons;
        Tap = tap;
    }

    /// <summary>Gets or sets the title.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; set; }

    /// <summary>Gets or sets the line below the title.</summary>
    [JsonPropertyName("subtitle")]
    public string? Subtitle { get; set; }

    /// <summary>Gets or sets the text.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; set; }

    /// <summary>Gets or sets the pictures.</summary>
    [JsonPropertyName("images")]
    public IList<CardImage>? Images { get; set; }

    /// <summary>Gets or sets the buttons.</summary>
    [JsonPropertyName("buttons")]
    public IList<CardAction>? Buttons { get; set; }

    /// <summary>Gets or sets what a tap on the card does.</summary>
    [JsonPropertyName("tap")]
    public CardAction? Tap { get; set; }

    /// <summary>Makes an attachment of the card.</summary>
    /// <returns>A new attachment with this card as its content.</returns>
    public Attachment ToAttachment() => new() { ContentType = ContentType, Content = this };
}

/// <summary>A card with a small picture, text and buttons.</summary>
public class ThumbnailCard
{
    /// <summary>The media type of this card as an attachment.</summary>
    public const string ContentType = "application/vnd.microsoft.card.thumbnail";

    /// <summary>Initializes an empty card.</summary>
    public ThumbnailCard()
    {
    }

    /// <summary>Initializes a card from its parts.</summary>
    public ThumbnailCard(
        string? title = null, string? subtitle = null, string? text = null, IList<CardImage>? images = null,
        IList<CardAction>? buttons = null, CardAction? tap = null)
    {
        Title = title;
        Subtitle = subtitle;
        Text = text;
        Images = images;
        Buttons = buttons;
        Tap = tap;
    }

    /// <summary>Gets or sets the title.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; set; }

    /// <summary>Gets or sets the line below the title.</summary>
    [JsonPropertyName("subtitle")]
    public string? Subtitle { get; set; }

    /// <summary>Gets or sets the text.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; set; }

    /// <summary>Gets or sets the pictures.</summary>
    [JsonPropertyName("images")]
    public IList<CardImage>? Images { get; set; }

    /// <summary>Gets or sets the buttons.</summary>
    [JsonPropertyName("buttons")]
    public IList<CardAction>? Buttons { get; set; }

    /// <summary>Gets or sets what a tap on the card does.</summary>
    [JsonPropertyName("tap")]
    public CardAction? Tap { get; set; }

    /// <summary>Makes an attachment of the card.</summary>
    /// <returns>A new attachment with this card as its content.</returns>
    public Attachment ToAttachment() => new() { ContentType = ContentType, Content = this };
}

/// <summary>A picture on a card.</summary>
public class CardImage
{
    /// <summary>Initializes an empty picture.</summary>
    public CardImage()
    {
    }

    /// <summary>Initializes a picture from its parts.</summary>
    public CardImage(string? url = null, string? alt = null, CardAction? tap = null)
    {
        Url = url;
        Alt = alt;
        Tap = tap;
    }

    /// <summary>Gets or sets the picture's address.</summary>
    [JsonPropertyName("url")]
    public string? Url { get; set; }

    /// <summary>Gets or sets the words that stand for the picture.</summary>
    [JsonPropertyName("alt")]
    public string? Alt { get; set; }

    /// <summary>Gets or sets what a tap on the picture does.</summary>
    [JsonPropertyName("tap")]
    public CardAction? Tap { get; set; }
}
