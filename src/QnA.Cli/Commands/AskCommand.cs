using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using QnA.Cli.Composition;
using QnA.Cli.Questions;
using QnA.Cli.Rendering;
using QnA.Core.Answers;
using QnA.Core.Questions;
using QnA.Core.Receipts;

namespace QnA.Cli.Commands;

/// <summary><c>qna ask</c>: answers one question, or a file of them.</summary>
internal static class AskCommand
{
    /// <summary>The examples of the help.</summary>
    public static readonly string[] Examples =
    [
        "qna ask \"How many turbines will the wind farm have?\"",
        "qna ask \"Who won the election?\" --articles ./articles --json",
        "qna ask \"Who won the cup?\" --tag sport --since 2026-01",
        "qna ask --questions questions.jsonl --output answers.jsonl --articles archive.jsonl",
    ];

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var question = new Argument<string?>("QUESTION") { Description = "What to ask.", Arity = ArgumentArity.ZeroOrOne };
        var articles = CommonOptions.Articles();
        var index = CommonOptions.Index();
        var json = new Option<bool>("--json") { Description = "Write one JSON object, which is also a receipt for qna verify." };
        var questions = new Option<string?>("--questions", "-q")
        {
            Description = "A file of questions, JSON Lines: {\"id\": \"…\", \"question\": \"…\", \"history\": […]}.",
            HelpName = "FILE",
        };
        var output = new Option<string?>("--output", "-o")
        {
            Description = "Where the answers to --questions go, JSON Lines in the same order; - for standard output.",
            HelpName = "FILE",
        };
        var filter = new FilterOptions();
        var reader = new ReaderOptions();
        var command = new Command(
            "ask",
            "Answers a question, or a file of questions, with quotes from the articles.")
        {
            question,
            articles,
            index,
            json,
            questions,
            output,
        };
        filter.AddTo(command);
        reader.AddTo(command);
        command.Validators.Add(result =>
        {
            var file = result.GetValue(questions) is not null;
            if (file == (result.GetValue(question) ?? QuestionAmong(result.GetValue(articles))) is not null)
            {
                result.AddError("Give either a question or --questions FILE.");
            }
            else if (file != result.GetValue(output) is not null)
            {
                result.AddError("--questions and --output belong together.");
            }
        });
        command.SetAction((result, cancellationToken) =>
        {
            var terminal = new Terminal();
            var paths = result.GetValue(articles) ?? [];
            var text = result.GetValue(question);
            if (text is null && result.GetValue(questions) is null)
            {
                (paths, text) = (paths[..^1], QuestionAmong(paths)!);
            }

            Func<ServiceProvider, Task<int>> body = result.GetValue(questions) is { } file
                ? services => QuestionFileRun.RunAsync(services, terminal, file, result.GetRequiredValue(output)!, new Question("") { Filter = filter.Of(result), Reader = reader.Of(result) }, cancellationToken)
                : services => AskAsync(services, terminal, new Question(text!) { Filter = filter.Of(result), Reader = reader.Of(result) }, result.GetValue(json), cancellationToken);
            return CommandRunner.RunWithArticlesAsync(terminal, paths, result.GetValue(index), body, cancellationToken);
        });
        return command;
    }

    // In "qna ask --articles ./articles 'Who won?'" the option takes all that follows, so its last value is the question.
    private static string? QuestionAmong(string[]? paths) =>
        paths is { Length: > 1 } && !Path.Exists(paths[^1]) ? paths[^1] : null;

    private static async Task<int> AskAsync(
        ServiceProvider services, Terminal terminal, Question question, bool json, CancellationToken cancellationToken)
    {
        var pipeline = services.GetRequiredService<QuestionPipeline>();
        var answer = await pipeline.AskAsync(question, cancellationToken);
        if (json)
        {
            terminal.WriteRaw(Receipt.From(answer, id: null).ToJson(indented: true));
        }
        else
        {
            AnswerView.Write(terminal, answer);
        }

        return answer.Status == AnswerStatus.Error ? ExitCodes.DoneWithFailures : ExitCodes.Done;
    }
}
