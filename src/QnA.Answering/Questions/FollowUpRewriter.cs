using QnA.Answering.Lexicon;
using QnA.Core.Questions;
using QnA.Text.Detection;
using QnA.Text.Words;

namespace QnA.Answering.Questions;

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
        var last = new Turn(new StandaloneQuestion(""), "");
        foreach (var turn in question.History.Where(turn => turn.Speaker == Speaker.User && !string.IsNullOrWhiteSpace(turn.Text)))
        {
            last = await UnderstandAsync(turn.Text, last, cancellationToken).ConfigureAwait(false);
        }

        return (await UnderstandAsync(question.Text, last, cancellationToken).ConfigureAwait(false)).Question;
    }

    private async ValueTask<Turn> UnderstandAsync(string text, Turn last, CancellationToken cancellationToken)
    {
        if (last.Question.Text.Length == 0)
        {
            return new Turn(new StandaloneQuestion(text), text);
        }

        // A year is exchanged in any language.
        var other = await _others.RewriteAsync(new Question(text) { History = [new ConversationTurn(Speaker.User, last.Question.Text)] }, cancellationToken).ConfigureAwait(false);
        if (other.Text != text)
        {
            return new Turn(other, other.Text);
        }

        var context = last.Topic == last.Question.Text || last.Topic.Length == 0 ? last.Question.Text : $"{last.Question.Text} {last.Topic}";
        if (LanguageOf(text, last.Question.Text) is not { } grammar)
        {
            return new Turn(other with { Context = context }, text);
        }

        var (asked, before) = (new QuestionText(text, grammar), new QuestionText(last.Question.Text, grammar));
        var resolved = PronounResolver.Resolve(asked, before) ?? Exchange.Resolve(asked, before);
        var topic = resolved is null && PronounSite.Find(asked) is not null ? last.Topic : resolved ?? text;
        return new Turn(new StandaloneQuestion(resolved ?? text) { Context = context }, topic);
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

    /// <summary>What is known of one thing that the person asked.</summary>
    /// <param name="Question">How it was understood.</param>
    /// <param name="Topic">The last question that says what it is about: itself, or where its pronoun was not understood, one before.</param>
    private sealed record Turn(StandaloneQuestion Question, string Topic);
}
