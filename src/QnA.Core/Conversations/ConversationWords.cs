namespace QnA.Core.Conversations;

/// <summary>What is said in every conversation, be it in a channel or in a terminal. Plain text.</summary>
public static class ConversationWords
{
    /// <summary>Says what the bot is for.</summary>
    public const string What =
        "I answer questions from a collection of articles, and show the exact words of the articles that carry each answer.";

    /// <summary>Says how to ask; commands follow.</summary>
    public const string HowToAsk =
        "Where the articles hold no answer, I say so.\n\nAsk in whole sentences, for example who did something, when or how much. You can also say:";

    /// <summary>Says that a command is about an answer that is not there yet.</summary>
    public const string NoAnswerYet = "There is no answer yet. Ask me something first.";

    /// <summary>Says that the last answer has no quotes.</summary>
    public const string NoQuotes = "The last answer has no quotes.";

    /// <summary>Says that quotes of the last answer are left out, as their articles are not what they were.</summary>
    public const string QuotesGone = "Quotes of the last answer are not shown: their articles have changed since, or are gone. Ask again to see what the articles say now.";

    /// <summary>Says that the last answer is not explained, as its articles are not what they were.</summary>
    public const string WhyGone = "The articles that I looked at for the last answer have changed since, or are gone. Ask again to see what they say now.";

    /// <summary>Says that the conversation is forgotten.</summary>
    public const string Forgotten = "I have forgotten what was said in this conversation.";
}
