using QnA.Cli.Rendering;
using QnA.Core.Access;
using QnA.Core.Answers;
using QnA.Core.Conversations;
using QnA.Core.Questions;
using QnA.Core.Retrieval;

namespace QnA.Cli.Chat;

/// <summary>One conversation in the terminal: questions, which may lean on those before, and the commands that the bot knows in any channel.</summary>
/// <remarks>
/// A question with filter words is asked with those instead of the given filter. Of answers whose articles have changed since, in the same
/// index, nothing is shown again, and only the question is history. For one caller at a time.
/// </remarks>
internal sealed class ChatSession(
    QuestionPipeline pipeline, IVisibleArticles articles, RememberedArticles remembered, Terminal terminal, ArticleFilter filter, Reader reader)
{
    // As many as a person still has in mind; only the last matters without a model.
    private const int MaxExchanges = 10;

    private readonly List<Answer> _answered = [];
    private Answer? _last;

    /// <summary>Says what can be said.</summary>
    public void Greet()
    {
        terminal.Note("Ask a question, or say \"help\". \"exit\" ends the conversation.");
        terminal.Note($"To search some of the articles, begin a question with {FilterWords.Summary}");
    }

    /// <summary>Answers what was said.</summary>
    /// <returns><see langword="false"/> where the person wants to go.</returns>
    public async Task<bool> SayAsync(string text, CancellationToken cancellationToken)
    {
        if (text is "exit" or "quit")
        {
            return false;
        }

        if (ChatCommandWord.Help.IsCalledBy(text))
        {
            Help();
        }
        else if (text == "new" || ChatCommandWord.Forget.IsCalledBy(text))
        {
            _answered.Clear();
            _last = null;
            terminal.Note(ConversationWords.Forgotten);
        }
        else if (ChatCommandWord.Sources.IsCalledBy(text))
        {
            terminal.WriteParagraph(await CollectionDescription.OfAsync(articles, reader, TerminalText.OneLine, cancellationToken));
        }
        else if (ChatCommandWord.Why.IsCalledBy(text))
        {
            terminal.WriteParagraph(await WhyAsync(cancellationToken));
        }
        else if (ChatCommandWord.Quotes.IsCalledBy(text))
        {
            await QuotesAsync(cancellationToken);
        }
        else
        {
            await AnswerAsync(text, cancellationToken);
        }

        return true;
    }

    private void Help()
    {
        ChatCommandWord[] words = [ChatCommandWord.Help, ChatCommandWord.Quotes, ChatCommandWord.Why, ChatCommandWord.Sources, ChatCommandWord.Forget];
        terminal.WriteParagraph($"{ConversationWords.What} {ConversationWords.HowToAsk}\n");
        foreach (var (name, purpose) in words.Select(w => (w.Name, w.Purpose)).Append(("exit", "end the conversation; Ctrl+C does it while I am answering")))
        {
            terminal.WriteParagraph($"  {name} to {purpose}");
        }
    }

    private async Task<string> WhyAsync(CancellationToken cancellationToken)
    {
        if (_last is null)
        {
            return ConversationWords.NoAnswerYet;
        }

        RememberedArticle[] named = [.. AnswerExplanation.PassagesOf(_last).Select(passage => RememberedArticle.Of(passage.Article))];
        var current = await remembered.FindCurrentAsync(reader, named, cancellationToken);
        return named.All(current.Contains) ? AnswerExplanation.Of(_last, TerminalText.OneLine) : ConversationWords.WhyGone;
    }

    private async Task QuotesAsync(CancellationToken cancellationToken)
    {
        if (_last is not { Citations.Count: > 0 } answer)
        {
            terminal.WriteParagraph(_last is null ? ConversationWords.NoAnswerYet : ConversationWords.NoQuotes);
            return;
        }

        var current = await FindCurrentAsync([answer], cancellationToken);
        foreach (var citation in answer.Citations.Where(citation => current.Contains(RememberedArticle.Of(citation.Quote))))
        {
            CitationView.Write(terminal.Output, citation, isCorrection: false);
        }

        if (!IsCurrent(answer, current))
        {
            terminal.WriteParagraph(ConversationWords.QuotesGone);
        }
    }

    private async Task AnswerAsync(string message, CancellationToken cancellationToken)
    {
        var read = FilteredText.Read(message);
        if (read.Error is { } error)
        {
            terminal.Error(error);
            return;
        }

        var question = new Question(read.Text) { History = await HistoryAsync(cancellationToken), Filter = read.Filter.IsEmpty ? filter : read.Filter, Reader = reader };
        var view = new StreamedAnswerView(terminal);
        await foreach (var update in pipeline.StreamAsync(question, cancellationToken))
        {
            if (update is ClaimVerified verified)
            {
                view.Show(verified.Claim);
            }
            else if (update is AnswerCompleted completed)
            {
                view.Complete(completed.Answer);
                Remember(completed.Answer);
            }
        }
    }

    // What was not answered would lead the next question astray.
    private void Remember(Answer answer)
    {
        _last = answer;
        if (answer.Status is AnswerStatus.Answered or AnswerStatus.Conflict)
        {
            _answered.Add(answer);
            _answered.RemoveRange(0, Math.Max(0, _answered.Count - MaxExchanges));
        }
    }

    private async Task<IReadOnlyList<ConversationTurn>> HistoryAsync(CancellationToken cancellationToken)
    {
        var current = await FindCurrentAsync(_answered, cancellationToken);
        return
        [
            .. _answered.SelectMany(answer => IsCurrent(answer, current)
                ? (ConversationTurn[])[new ConversationTurn(Speaker.User, answer.Question.Text), new ConversationTurn(Speaker.Assistant, answer.Text)]
                : [new ConversationTurn(Speaker.User, answer.Question.Text)]),
        ];
    }

    private Task<IReadOnlySet<RememberedArticle>> FindCurrentAsync(IEnumerable<Answer> answers, CancellationToken cancellationToken) =>
        remembered.FindCurrentAsync(reader, answers.SelectMany(answer => answer.Citations).Select(c => RememberedArticle.Of(c.Quote)), cancellationToken);

    private static bool IsCurrent(Answer answer, IReadOnlySet<RememberedArticle> current) =>
        answer.Citations.All(citation => current.Contains(RememberedArticle.Of(citation.Quote)));
}
