namespace QnA.Core.Conversations;

/// <summary>A word that a person can say in place of a question; the same in every conversation, be it in a channel or in a terminal.</summary>
/// <param name="Name">The word, in lower case.</param>
/// <param name="Purpose">What it does, as it completes the sentence "say … to …".</param>
public sealed record ChatCommandWord(string Name, string Purpose)
{
    /// <summary>Tells what can be asked and said.</summary>
    public static ChatCommandWord Help { get; } = new("help", "see this");

    /// <summary>Shows the quotes of the last answer in full.</summary>
    public static ChatCommandWord Quotes { get; } = new("quotes", "see the quotes of the last answer in full");

    /// <summary>Explains how the last answer came about.</summary>
    public static ChatCommandWord Why { get; } = new("why", "learn how the last answer came about");

    /// <summary>Tells how much there is to answer from.</summary>
    public static ChatCommandWord Sources { get; } = new("sources", "learn how many articles I answer from");

    /// <summary>Deletes what is remembered of the conversation.</summary>
    public static ChatCommandWord Forget { get; } = new("forget", "have me forget this conversation");

    /// <summary>Ends the answer that is being made.</summary>
    public static ChatCommandWord Stop { get; } = new("stop", "have me stop while I am answering");

    /// <summary>Tells whether a message calls the command: its word alone, as a person may write it (<c>/why</c>, <c>Why?</c>).</summary>
    /// <param name="text">The message.</param>
    /// <returns><see langword="false"/> for a question that only begins with the word.</returns>
    public bool IsCalledBy(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Equals(Name, text.Trim().TrimStart('/').TrimEnd('.', '!', '?', ' '), StringComparison.OrdinalIgnoreCase);
    }
}
