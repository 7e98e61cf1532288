using QnA.Core.Access;
using QnA.Core.Retrieval;

namespace QnA.Core.Questions;

/// <summary>Who said something in a conversation.</summary>
public enum Speaker
{
    /// <summary>The person who asks.</summary>
    User,

    /// <summary>The bot that answers.</summary>
    Assistant,
}

/// <summary>One earlier message of a conversation.</summary>
/// <param name="Speaker">Who said it.</param>
/// <param name="Text">What was said.</param>
public sealed record ConversationTurn(Speaker Speaker, string Text);

/// <summary>What a person asks.</summary>
/// <param name="Text">The person's own words.</param>
public sealed record Question(string Text)
{
    /// <summary>Gets the earlier messages of the conversation, oldest first; empty for a first question.</summary>
    public IReadOnlyList<ConversationTurn> History { get; init; } = [];

    /// <summary>Gets which articles the question is about; the default is all.</summary>
    public ArticleFilter Filter { get; init; } = ArticleFilter.None;

    /// <summary>Gets who asks; the default is <see cref="Reader.Anonymous"/>, who has the least rights.</summary>
    public Reader Reader { get; init; } = Reader.Anonymous;
}

/// <summary>A question that can be searched for without its conversation.</summary>
/// <param name="Text">The question.</param>
public sealed record StandaloneQuestion(string Text)
{
    /// <summary>
    /// Gets words of the conversation that help to find the right passages but are not asked for: they count in retrieval, with a
    /// low weight, and never in choosing sentences or in the confidence. Empty where there are none.
    /// </summary>
    public string Context { get; init; } = "";

    /// <summary>Gets which articles are searched; the default is all. The pipeline takes it from the question, whatever a rewriter gives.</summary>
    public ArticleFilter Filter { get; init; } = ArticleFilter.None;

    /// <summary>Gets who asks; the default is <see cref="Reader.Anonymous"/>. The pipeline takes it from the question, whatever a rewriter gives.</summary>
    public Reader Reader { get; init; } = Reader.Anonymous;
}
