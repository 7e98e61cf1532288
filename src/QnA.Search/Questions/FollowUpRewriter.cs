using QnA.Core.Questions;
using QnA.Search.Analysis;
using QnA.Search.Detection;
using QnA.Search.Lexicon;

namespace QnA.Search.Questions;

/// <summary>
/// Makes follow-up questions stand alone without a model, where it is certain what they mean: pronouns (<c>When was it built?</c>) and
/// questions that only exchange something (<c>And in Spain?</c>). What is not certain stays as it is, and the last question's words help
/// to find passages, as <see cref="LastQuestionRewriter"/> has it.
/// </summary>
/// <remarks>Only what the person asked is looked at, not the answers. Safe for concurrent use.</remarks>
public sealed class FollowUpRewriter : IQuestionRewriter
{
    private readonly FunctionWordVotes _languages = new([.. KnownLanguages.All.Where(language => new FunctionWords(language).All.Count > 0)]);
    private readonly LastQuestionRewriter _others = new();

    /// <inheritdoc/>
    public async ValueTask<StandaloneQuestion> RewriteAsync(Question question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);

        // What an earlier follow-up meant is what the next one leans on.
        StandaloneQuestion? last = null;
        foreach (var turn in question.History.Where(turn => turn.Speaker == Speaker.User))
        {
            last = await RewriteAsync(turn.Text, last, cancellationToken).ConfigureAwait(false);
        }

        return await RewriteAsync(question.Text, last, cancellationToken).ConfigureAwait(false);
    }

    private ValueTask<StandaloneQuestion> RewriteAsync(string text, StandaloneQuestion? last, CancellationToken cancellationToken)
    {
        if (last is null || string.IsNullOrWhiteSpace(last.Text))
        {
            return ValueTask.FromResult(new StandaloneQuestion(text));
        }

        if (Resolve(text, last.Text) is { } resolved)
        {
            return ValueTask.FromResult(new StandaloneQuestion(resolved) { Context = last.Text });
        }

        return _others.RewriteAsync(new Question(text) { History = [new ConversationTurn(Speaker.User, last.Text)] }, cancellationToken);
    }

    private string? Resolve(string text, string last)
    {
        if (LanguageOf(text, last) is not { } words)
        {
            return null;
        }

        var (asked, before) = (new QuestionText(text, words), new QuestionText(last, words));
        return PronounResolver.Resolve(asked, before) ?? Exchange.Resolve(asked, before);
    }

    // Where short questions have too few frequent words, the word that asks tells, if only one language asks by it.
    private QuestionGrammar? LanguageOf(string text, string last)
    {
        if (_languages.Among($"{last} {text}").Languages is [var language, ..])
        {
            return QuestionGrammar.Of(language);
        }

        QuestionGrammar[] asking = [.. QuestionGrammar.All.Where(words => new QuestionText(last, words).BeginsWithQuestionWord)];
        return asking.Length == 1 ? asking[0] : null;
    }
}
