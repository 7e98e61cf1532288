using QnA.Core.Answers;
using QnA.Core.Receipts;

namespace QnA.Testing;

/// <summary>What a test expects of a reply. Each gives the same reply, so that expectations can be written one after another.</summary>
public static class BotReplyAssertions
{
    /// <summary>Expects an answer: every sentence has a quote that carries it.</summary>
    /// <param name="reply">The reply.</param>
    /// <exception cref="TestBotException">It is not so.</exception>
    public static BotReply AssertAnswered(this BotReply reply) => reply.AssertStatus(AnswerStatus.Answered);

    /// <summary>Expects that articles give different answers, which are shown side by side.</summary>
    /// <param name="reply">The reply.</param>
    /// <exception cref="TestBotException">It is not so.</exception>
    public static BotReply AssertConflict(this BotReply reply) => reply.AssertStatus(AnswerStatus.Conflict);

    /// <summary>Expects that the articles hold no answer.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="why">The reason; <see langword="null"/> for any.</param>
    /// <exception cref="TestBotException">It is not so.</exception>
    public static BotReply AssertNotFound(this BotReply reply, NotFoundKind? why = null)
    {
        reply.AssertStatus(AnswerStatus.NotFound);
        return Expect(reply, why is null || reply.Why?.Reason == why, $"say that nothing was found because of {why}");
    }

    /// <summary>Expects how the question ended.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="status">How it must have ended.</param>
    /// <exception cref="TestBotException">It is not so.</exception>
    public static BotReply AssertStatus(this BotReply reply, AnswerStatus status) =>
        Expect(reply, Of(reply).Status == status, $"have the status {BotReply.NameOf(status)}");

    /// <summary>Expects words in the reply, as its channel shows it.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="words">The words, letter for letter.</param>
    /// <exception cref="TestBotException">They are not there.</exception>
    public static BotReply AssertText(this BotReply reply, string words) => Expect(reply, Says(reply, words), $"say \"{words}\"");

    /// <summary>Expects that words are not in the reply, as its channel shows it.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="words">The words, letter for letter.</param>
    /// <exception cref="TestBotException">They are there.</exception>
    public static BotReply AssertNoText(this BotReply reply, string words) => Expect(reply, !Says(reply, words), $"not say \"{words}\"");

    /// <summary>Expects a quote that has these words.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="words">The words, letter for letter.</param>
    /// <exception cref="TestBotException">No quote has them.</exception>
    public static BotReply AssertQuote(this BotReply reply, string words) =>
        Expect(reply, Of(reply).Citations.Any(c => c.Quote.Contains(words, StringComparison.Ordinal)), $"quote \"{words}\"");

    /// <summary>Expects that the first quote has these words.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="words">The words, letter for letter.</param>
    /// <exception cref="TestBotException">It does not have them.</exception>
    public static BotReply AssertFirstQuote(this BotReply reply, string words) =>
        Expect(reply, Of(reply).Citations is [{ } first, ..] && first.Quote.Contains(words, StringComparison.Ordinal), $"quote \"{words}\" first");

    /// <summary>Expects that each of these articles is quoted.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="articles">Titles, ids or file names.</param>
    /// <exception cref="TestBotException">One is not quoted.</exception>
    public static BotReply AssertCites(this BotReply reply, params IReadOnlyList<string> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        foreach (var article in articles)
        {
            Expect(reply, Of(reply).Citations.Any(c => IsOf(c, article)), $"cite the article \"{article}\"");
        }

        return reply;
    }

    /// <summary>Expects that these articles are quoted, each of them, and no other.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="articles">Titles, ids or file names.</param>
    /// <exception cref="TestBotException">One is not quoted, or another is.</exception>
    public static BotReply AssertCitesOnly(this BotReply reply, params IReadOnlyList<string> articles) =>
        Expect(
            reply.AssertCites(articles),
            Of(reply).Citations.All(c => articles.Any(article => IsOf(c, article))),
            $"cite no article but \"{string.Join("\", \"", articles)}\"");

    /// <summary>Expects that the bot names these words of the question as in no article.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="words">The words, as the question has them.</param>
    /// <exception cref="TestBotException">One is not named.</exception>
    public static BotReply AssertMissingWords(this BotReply reply, params IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        foreach (var word in words)
        {
            Expect(reply, Of(reply).Why?.MissingWords.Contains(word, StringComparer.OrdinalIgnoreCase) == true, $"name \"{word}\" as a word that no article has");
        }

        return reply;
    }

    /// <summary>Expects anything else of a reply.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="condition">Whether it is as expected.</param>
    /// <param name="expectation">What is expected, as it completes "Expected the reply to …".</param>
    /// <exception cref="TestBotException">It is not so.</exception>
    public static BotReply Assert(this BotReply reply, Func<BotReply, bool> condition, string expectation)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Expect(reply, condition(reply), expectation);
    }

    private static bool Says(BotReply reply, string words)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return reply.Text.Contains(words, StringComparison.Ordinal) || reply.Receipt?.Text.Contains(words, StringComparison.Ordinal) == true;
    }

    private static Receipt Of(BotReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return reply.Answer;
    }

    private static bool IsOf(ReceiptCitation citation, string article) =>
        citation.ArticleId == article || citation.Title == article || citation.ArticleId.EndsWith('/' + article, StringComparison.Ordinal);

    private static BotReply Expect(BotReply reply, bool met, string expectation) =>
        met ? reply : throw new TestBotException($"Expected the reply to \"{reply.Question}\" to {expectation}, but it is\n{reply}");
}
