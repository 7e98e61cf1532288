namespace QnA.Core.Feedback;

/// <summary>What a person thought of an answer. Kept as JSON, so it has only plain properties.</summary>
public sealed record FeedbackEntry
{
    /// <summary>What the reaction of a person who liked an answer is called.</summary>
    public const string Like = "like";

    /// <summary>What the reaction of a person who disliked an answer is called.</summary>
    public const string Dislike = "dislike";

    /// <summary>Gets the channel, such as <c>msteams</c>.</summary>
    public string Channel { get; init; } = "";

    /// <summary>Gets the id of the conversation.</summary>
    public string Conversation { get; init; } = "";

    /// <summary>Gets the id of the answer's message.</summary>
    public string ActivityId { get; init; } = "";

    /// <summary>Gets what was asked; empty after the person had the conversation forgotten.</summary>
    public string Question { get; init; } = "";

    /// <summary>Gets <see cref="Like"/> or <see cref="Dislike"/>.</summary>
    public string Reaction { get; init; } = "";

    /// <summary>Gets what the person wrote about the answer; empty where nothing, and after the conversation was forgotten.</summary>
    public string Text { get; init; } = "";

    /// <summary>Gets when the person reacted last.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Gets the quotes of the answer, in the order of their numbers.</summary>
    public IReadOnlyList<FeedbackCitation> Citations { get; init; } = [];
}

/// <summary>Where a quote of an answer stands.</summary>
public sealed record FeedbackCitation
{
    /// <summary>Gets the id of the article.</summary>
    public string ArticleId { get; init; } = "";

    /// <summary>Gets the version of the article's text.</summary>
    public string Version { get; init; } = "";

    /// <summary>Gets the first UTF-16 code unit of the quote in the article's text.</summary>
    public int Start { get; init; }

    /// <summary>Gets the UTF-16 code unit after its last.</summary>
    public int End { get; init; }
}
