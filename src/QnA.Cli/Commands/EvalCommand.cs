using System.CommandLine;
using QnA.Cli.Composition;
using QnA.Cli.Evaluation;
using QnA.Cli.Rendering;

namespace QnA.Cli.Commands;

/// <summary><c>qna eval</c>: measures how good the answers to a set of questions are.</summary>
internal static class EvalCommand
{
    /// <summary>The examples of the help.</summary>
    public static readonly string[] Examples =
    [
        "qna eval --articles ./articles --questions eval/merrow-coast.jsonl --report report.html",
        "qna eval --articles archive.jsonl --questions questions.jsonl --json new.json --compare old.json",
        "qna eval --articles archive.jsonl --questions questions.jsonl --fail-under quote@1=.8 verbatim=1 --fail-over p95=50",
        "qna eval --articles archive.jsonl --questions questions.jsonl --without-gold",
        "qna eval --claims sentences.jsonl --json sentences-report.json",
    ];

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var articles = CommonOptions.Articles();
        var index = CommonOptions.Index();
        var questions = File("--questions", "The questions with what is known of their answers, JSON Lines; docs/evaluation.md describes them.", "-q");
        var claims = File("--claims", "Measure verification alone: sentences with their places and what people judged, JSON Lines.");
        var answers = File("--answers", "Measure this file of answers, as qna ask --questions writes it, instead of asking.");
        var output = File("--output", "Where the answers go as well, JSON Lines as qna ask --questions writes them.", "-o");
        var report = File("--report", "Where the report for people goes, one HTML page.", "-r");
        var json = File("--json", "Where the report for programs and for --compare goes, JSON.");
        var compare = File("--compare", "An earlier file of --json to compare with, question by question.");
        var under = Gates("--fail-under", "End with 1 where a measure is less than this, for example quote@1=.8.");
        var over = Gates("--fail-over", "End with 1 where a measure is more than this, for example p95=50.");
        var withoutGold = new Option<bool>("--without-gold")
        {
            Description = "Ask each question a second time without the articles that answer it, to measure what is refused.",
        };
        var folds = Number("--folds", "How many indexes --without-gold makes at most; more leave out less beside the right articles.", 10, minimum: 2);
        var parallel = Number("--parallel", "How many questions are asked at a time. Answers stay the same, each takes longer.", 1, minimum: 1);
        var command = new Command("eval", "Measures how good the answers to a set of questions are, with ranges, curves and the worst misses.")
        {
            articles, index, questions, claims, answers, output, report, json, compare, under, over, withoutGold, folds, parallel,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(questions) is null == result.GetValue(claims) is null)
            {
                result.AddError("Give either --questions, to measure answers, or --claims, to measure verification alone.");
            }

            if (result.GetValue(answers) is not null && (result.GetValue(withoutGold) || result.GetValue(output) is not null))
            {
                result.AddError("--answers measures answers that are there; --without-gold and --output need questions to be asked.");
            }
        });
        command.SetAction((result, cancellationToken) =>
        {
            var terminal = new Terminal();
            if (result.GetValue(claims) is { } judged)
            {
                return CommandRunner.RunAsync(
                    terminal, result.GetValue(index), services => new ClaimRun(services, terminal, judged, result.GetValue(json)).RunAsync(cancellationToken));
            }

            var settings = new EvaluationSettings
            {
                Questions = result.GetValue(questions)!,
                Answers = result.GetValue(answers),
                Output = result.GetValue(output),
                Report = result.GetValue(report),
                Json = result.GetValue(json),
                Compare = result.GetValue(compare),
                Gates = [.. Parse(result.GetValue(under), isFloor: true), .. Parse(result.GetValue(over), isFloor: false)],
                WithoutGold = result.GetValue(withoutGold),
                Folds = result.GetValue(folds),
                Parallel = result.GetValue(parallel),
            };
            return CommandRunner.RunWithArticlesAsync(
                terminal,
                result.GetValue(articles) ?? [],
                result.GetValue(index),
                services => new EvaluationRun(services, terminal, settings).RunAsync(cancellationToken),
                cancellationToken);
        });
        return command;
    }

    private static Option<string?> File(string name, string description, params string[] aliases) =>
        new(name, aliases) { Description = description, HelpName = "FILE" };

    private static Option<string[]> Gates(string name, string description)
    {
        var option = new Option<string[]>(name) { Description = description, HelpName = "MEASURE=VALUE", AllowMultipleArgumentsPerToken = true };
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                if (!Gate.TryParse(token.Value, isFloor: true, out _, out var error))
                {
                    result.AddError($"{name}: {error}");
                }
            }
        });
        return option;
    }

    private static Option<int> Number(string name, string description, int value, int minimum)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < minimum)
            {
                result.AddError($"{name} must be {minimum} or more.");
            }
        });
        return option;
    }

    private static IEnumerable<Gate> Parse(string[]? gates, bool isFloor)
    {
        foreach (var text in gates ?? [])
        {
            if (Gate.TryParse(text, isFloor, out var gate, out _))
            {
                yield return gate;
            }
        }
    }
}
