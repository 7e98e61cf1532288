using QnA.Core.Access;
using QnA.Core.Answers;
using QnA.Core.Conversations;
using QnA.Core.Feedback;
using QnA.Core.Questions;

namespace QnA.Bot.Chat;

/// <summary>What is remembered of one conversation. Kept as JSON, so it has only plain properties.</summary>
public sealed class ConversationMemory
{
    /// <summary>The format of what this version remembers; it changes with the properties and their meaning.</summary>
    public const int CurrentFormat = 1;

    // Enough for any answer; a bound, so that a conversation's row stays small.
    private const int MaxTextLength = 4000;

    // As far as people scroll back to rate an answer.
    private const int MaxReplies = 50;

    /// <summary>Gets or sets in which format the memory was written.</summary>
    /// <value>The default is 0, since the first versions wrote none; see <see cref="Create"/>.</value>
    public int Format { get; set; }

    /// <summary>Gets or sets the questions with their answers, oldest first.</summary>
    public IList<RememberedExchange> Exchanges { get; set; } = [];

    /// <summary>Gets or sets the last answer, for <c>why</c> and <c>quotes</c>; <see langword="null"/> before the first.</summary>
    public RememberedAnswer? Last { get; set; }

    /// <summary>Gets or sets the last answers of any kind, oldest first, so that feedback can be given to them.</summary>
    public IList<RememberedReply> Replies { get; set; } = [];

    /// <summary>Makes the memory of a new conversation.</summary>
    public static ConversationMemory Create() => new() { Format = CurrentFormat };

    /// <summary>Remembers the message of an answer.</summary>
    /// <param name="reply">The message; without an id it cannot be found again and is not remembered.</param>
    public void Add(RememberedReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        if (reply.ActivityIds.Count == 0)
        {
            return;
        }

        reply.Question = Shorten(reply.Question, MaxTextLength);
        Replies.Add(reply);
        while (Replies.Count > MaxReplies)
        {
            Replies.RemoveAt(0);
        }
    }

    /// <summary>Finds the last answer, for somebody who asks about it.</summary>
    /// <param name="visibility">What the person may see now.</param>
    /// <returns><see langword="null"/> before the first answer, and where articles were looked at for it that the person may not see.</returns>
    public RememberedAnswer? LastFor(ArticleVisibility visibility) => Last?.Tags.Any(visibility.Hides) == false ? Last : null;

    /// <summary>Finds the answer that a message had, for somebody who rates it.</summary>
    /// <param name="activityId">The message's id.</param>
    /// <param name="visibility">What the person may see now.</param>
    /// <returns><see langword="null"/> where it is not remembered, and where articles were looked at for it that the person may not see.</returns>
    public RememberedReply? FindReply(string activityId, ArticleVisibility visibility) =>
        Replies.LastOrDefault(r => r.ActivityIds.Contains(activityId, StringComparer.Ordinal) && !r.Tags.Any(visibility.Hides));

    /// <summary>Adds a question and its answer and forgets the oldest beyond a limit.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="answer">What was answered.</param>
    /// <param name="limit">How many exchanges are kept; 0 keeps none.</param>
    public void Add(string question, Answer answer, int limit)
    {
        ArgumentNullException.ThrowIfNull(answer);
        Exchanges.Add(new RememberedExchange
        {
            Question = Shorten(question, MaxTextLength),
            Answer = Shorten(answer.Text, MaxTextLength),
            Tags = [.. answer.TagsLookedAt],
            Articles = [.. answer.Citations.Select(citation => RememberedArticle.Of(citation.Quote)).Distinct()],
        });
        while (Exchanges.Count > limit)
        {
            Exchanges.RemoveAt(0);
        }
    }

    /// <summary>Gets what was said as the turns of a question's history.</summary>
    /// <param name="visibility">What the person who asks now may see; what was said of other articles is left out.</param>
    /// <param name="current">The articles whose text is as it was: of an answer from others only the question is left.</param>
    public IReadOnlyList<ConversationTurn> ToHistory(ArticleVisibility visibility, IReadOnlySet<RememberedArticle> current) =>
    [
        .. Exchanges.Where(e => !e.Tags.Any(visibility.Hides)).SelectMany(e => e.Articles.All(current.Contains)
            ? (ConversationTurn[])[new ConversationTurn(Speaker.User, e.Question), new ConversationTurn(Speaker.Assistant, e.Answer)]
            : [new ConversationTurn(Speaker.User, e.Question)]),
    ];

    /// <summary>Cuts text that is too long, not between the halves of a character.</summary>
    internal static string Shorten(string text, int limit) =>
        text.Length <= limit ? text : text[..(char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit)];
}

/// <summary>A question and its answer.</summary>
public sealed class RememberedExchange
{
    /// <summary>Gets or sets what was asked.</summary>
    public string Question { get; set; } = "";

    /// <summary>Gets or sets what was answered.</summary>
    public string Answer { get; set; } = "";

    /// <summary>Gets or sets the tags of the articles that were looked at.</summary>
    public IList<string> Tags { get; set; } = [];

    /// <summary>Gets or sets the articles that the answer was made from.</summary>
    public IList<RememberedArticle> Articles { get; set; } = [];
}

/// <summary>The last answer, as text that can be shown again.</summary>
public sealed class RememberedAnswer
{
    /// <summary>Gets or sets its quotes, in the order of their numbers; empty where it had none.</summary>
    public IList<RememberedQuote> Quoted { get; set; } = [];

    /// <summary>Gets or sets how it came about, as Markdown.</summary>
    public string Why { get; set; } = "";

    /// <summary>Gets or sets the articles that <see cref="Why"/> speaks of.</summary>
    public IList<RememberedArticle> Articles { get; set; } = [];

    /// <summary>Gets or sets the tags of the articles that were looked at.</summary>
    public IList<string> Tags { get; set; } = [];
}

/// <summary>A quote, as text that can be shown again.</summary>
public sealed class RememberedQuote
{
    /// <summary>Gets or sets the quote in full with its source, as Markdown.</summary>
    public string Text { get; set; } = "";

    /// <summary>Gets or sets the article that it was cut from.</summary>
    public RememberedArticle Article { get; set; } = new();
}

/// <summary>The message of an answer.</summary>
public sealed class RememberedReply
{
    /// <summary>Gets or sets the ids under which the channel knows the message; a streamed one has two.</summary>
    public IList<string> ActivityIds { get; set; } = [];

    /// <summary>Gets or sets what was asked.</summary>
    public string Question { get; set; } = "";

    /// <summary>Gets or sets the quotes of the answer, in the order of their numbers.</summary>
    public IList<FeedbackCitation> Citations { get; set; } = [];

    /// <summary>Gets or sets the tags of the articles that were looked at.</summary>
    public IList<string> Tags { get; set; } = [];
}
