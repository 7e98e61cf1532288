using QnA.Core.Questions;

namespace QnA.Bot.Chat;

/// <summary>What is remembered of one conversation. Kept as JSON, so it has only plain properties.</summary>
public sealed class ConversationMemory
{
    // Enough for any answer; a bound, so that a conversation's row stays small.
    private const int MaxTextLength = 4000;

    /// <summary>Gets or sets the questions with their answers, oldest first.</summary>
    public IList<RememberedExchange> Exchanges { get; set; } = [];

    /// <summary>Gets or sets the last answer, for <c>why</c> and <c>quotes</c>; <see langword="null"/> before the first.</summary>
    public RememberedAnswer? Last { get; set; }

    /// <summary>Adds a question and its answer and forgets the oldest beyond a limit.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="answer">What was answered.</param>
    /// <param name="limit">How many exchanges are kept; 0 keeps none.</param>
    public void Add(string question, string answer, int limit)
    {
        Exchanges.Add(new RememberedExchange { Question = Shorten(question), Answer = Shorten(answer) });
        while (Exchanges.Count > limit)
        {
            Exchanges.RemoveAt(0);
        }
    }

    /// <summary>Gets what was said as the turns of a question's history.</summary>
    public IReadOnlyList<ConversationTurn> ToHistory() =>
    [
        .. Exchanges.SelectMany(e => (ConversationTurn[])
        [
            new ConversationTurn(Speaker.User, e.Question),
            new ConversationTurn(Speaker.Assistant, e.Answer),
        ]),
    ];

    private static string Shorten(string text) => text.Length <= MaxTextLength ? text : text[..MaxTextLength];
}

/// <summary>A question and its answer.</summary>
public sealed class RememberedExchange
{
    /// <summary>Gets or sets what was asked.</summary>
    public string Question { get; set; } = "";

    /// <summary>Gets or sets what was answered.</summary>
    public string Answer { get; set; } = "";
}

/// <summary>The last answer, as text that can be shown again.</summary>
public sealed class RememberedAnswer
{
    /// <summary>Gets or sets its quotes in full, as Markdown; empty where it had none.</summary>
    public string Quotes { get; set; } = "";

    /// <summary>Gets or sets how it came about, as Markdown.</summary>
    public string Why { get; set; } = "";
}
