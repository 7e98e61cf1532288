using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using QnA.Cli.Composition;
using QnA.Cli.Rendering;
using QnA.Core.Access;
using QnA.Core.Questions;
using QnA.Core.Retrieval;

namespace QnA.Cli.Commands;

/// <summary><c>qna chat</c>: a conversation in the terminal.</summary>
internal static class ChatCommand
{
    /// <summary>The examples of the help.</summary>
    public static readonly string[] Examples =
    [
        "qna chat",
        "qna chat --articles ./articles",
    ];

    // As many turns as a person still has in mind; only the last matters without a model.
    private const int MaxHistory = 20;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var articles = CommonOptions.Articles();
        var index = CommonOptions.Index();
        var command = new Command(
            "chat",
            "Answers questions one after another; a question may lean on the one before.")
        {
            articles,
            index,
        };
        var filter = new FilterOptions();
        filter.AddTo(command);
        var reader = new ReaderOptions();
        reader.AddTo(command);
        command.SetAction((result, cancellationToken) =>
        {
            var terminal = new Terminal();
            return CommandRunner.RunWithArticlesAsync(
                terminal,
                result.GetValue(articles) ?? [],
                result.GetValue(index),
                services => ChatAsync(services.GetRequiredService<QuestionPipeline>(), terminal, Console.In, filter.Of(result), reader.Of(result), cancellationToken),
                cancellationToken);
        });
        return command;
    }

    /// <summary>Answers line after line; a line with filter words is asked with those instead of the given filter.</summary>
    internal static async Task<int> ChatAsync(
        QuestionPipeline pipeline, Terminal terminal, TextReader input, ArticleFilter filter, Reader reader, CancellationToken cancellationToken)
    {
        terminal.Note("Ask a question. \"new\" begins a new conversation, \"exit\" ends it.");
        terminal.Note($"To search some of the articles, begin a question with {FilterWords.Summary}");
        var history = new List<ConversationTurn>();
        while (true)
        {
            await terminal.Messages.Profile.Out.Writer.WriteAsync("> ");
            // A console's ReadLineAsync blocks, and Ctrl+C must end the wait at once.
            var line = await Task.Run(input.ReadLine, cancellationToken).WaitAsync(cancellationToken);
            switch (line?.Trim())
            {
                case null or "exit" or "quit":
                    return ExitCodes.Done;
                case "":
                    continue;
                case "new":
                    history.Clear();
                    terminal.Note("A new conversation.");
                    continue;
                case var message when FilteredText.Read(message) is { Error: { } error }:
                    terminal.Error(error);
                    continue;
                case var message:
                    var read = FilteredText.Read(message);
                    var question = read.Text;
                    var answer = await pipeline.AskAsync(new Question(question) { History = [.. history], Filter = read.Filter.IsEmpty ? filter : read.Filter, Reader = reader }, cancellationToken);
                    AnswerView.Write(terminal, answer);
                    history.Add(new ConversationTurn(Speaker.User, question));
                    history.Add(new ConversationTurn(Speaker.Assistant, answer.Text));
                    history.RemoveRange(0, Math.Max(0, history.Count - MaxHistory));
                    break;
            }
        }
    }
}
