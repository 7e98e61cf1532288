using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using QnA.Answering.Lexicon;
using QnA.Answering.Ranking;
using QnA.Cli.Rendering;
using QnA.Core.Answers;
using QnA.Core.Articles;
using QnA.Core.Ingestion;
using QnA.Core.Receipts;
using QnA.Evaluation.Answers;
using QnA.Evaluation.Reports;
using QnA.Evaluation.Reports.Html;
using QnA.Evaluation.Scoring;
using QnA.Evaluation.Sets;

namespace QnA.Cli.Evaluation;

/// <summary>Asks the questions of a set, or reads their answers, measures them and writes the reports.</summary>
internal sealed class EvaluationRun(IServiceProvider services, Terminal terminal, EvaluationSettings settings)
{
    private readonly List<string> _problems = [];
    private readonly Dictionary<string, Article> _articles = new(StringComparer.Ordinal);

    /// <summary>Measures, also when stopped: then what was asked until then.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        foreach (var file in new[] { settings.Questions, settings.Answers, settings.Compare }.Where(file => file is not null && !File.Exists(file)))
        {
            terminal.Error($"There is no file {file}.");
            return ExitCodes.WrongUsage;
        }

        EvaluationReport? old;
        try
        {
            old = settings.Compare is null ? null : await EvaluationFile.ReadAsync(settings.Compare, cancellationToken);
        }
        catch (FormatException exception)
        {
            terminal.Error(exception.Message);
            return ExitCodes.WrongUsage;
        }

        var questions = await ReadQuestionsAsync(cancellationToken);
        if (questions.Count == 0)
        {
            terminal.Error($"{settings.Questions}: there is no question in it. docs/evaluation.md describes the file.");
            return ExitCodes.WrongUsage;
        }

        var answers = settings.Answers is null
            ? await AskAsync(questions, cancellationToken)
            : await ReadAnswersAsync(questions, settings.Answers, cancellationToken);
        var (without, folds) = settings.WithoutGold && !cancellationToken.IsCancellationRequested
            ? await new WithoutGoldRun(services, terminal, settings).RunAsync(questions, _problems, cancellationToken)
            : (new Answer?[questions.Count], 0);

        // Whoever stops a long run wants to see what there is.
        var results = await ScoreAsync(questions, answers, without);
        var report = EvaluationReport.Of(Describe(questions.Count, results.Count, folds, cancellationToken.IsCancellationRequested), results, old);
        await WriteAsync(report);
        return Conclude(report);
    }

    private async Task<List<EvaluationQuestion>> ReadQuestionsAsync(CancellationToken cancellationToken)
    {
        var questions = new List<EvaluationQuestion>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var line in QuestionSetReader.ReadAsync(settings.Questions, cancellationToken))
        {
            if (line.Value is not { } question)
            {
                Problem($"{settings.Questions}:{line.Line}: {line.Error}");
            }
            else
            {
                questions.Add(question);
                if (!ids.Add(question.Id))
                {
                    Problem($"{settings.Questions}:{line.Line}: the id '{question.Id}' was there before; both questions get the last answer with that id.");
                }
            }
        }

        return questions;
    }

    private async Task<GivenAnswer?[]> AskAsync(List<EvaluationQuestion> questions, CancellationToken cancellationToken)
    {
        var answers = await new QuestionAsker(services, terminal, settings.Parallel).AskAsync(questions, "asked", cancellationToken);
        if (settings.Output is { } output)
        {
            await File.WriteAllLinesAsync(
                output,
                answers.Zip(questions).Where(p => p.First is not null).Select(p => Receipt.From(p.First!, p.Second.Id).ToJson()),
                CancellationToken.None);
        }

        return [.. answers.Zip(questions).Select(p => p.First is null ? null : GivenAnswer.From(p.Second.Id, p.First))];
    }

    private async Task<GivenAnswer?[]> ReadAnswersAsync(List<EvaluationQuestion> questions, string file, CancellationToken cancellationToken)
    {
        var answers = new Dictionary<string, GivenAnswer>(StringComparer.Ordinal);
        await foreach (var line in AnswerFileReader.ReadAsync(file, cancellationToken))
        {
            if (line.Value is { } answer)
            {
                answers[answer.Id] = answer;
            }
            else
            {
                Problem($"{file}:{line.Line}: {line.Error}");
            }
        }

        foreach (var question in questions.Where(q => !answers.ContainsKey(q.Id)))
        {
            Problem($"{file}: there is no answer to the question '{question.Id}'.");
        }

        return [.. questions.Select(q => answers.GetValueOrDefault(q.Id))];
    }

    private async Task<List<QuestionResult>> ScoreAsync(List<EvaluationQuestion> questions, GivenAnswer?[] answers, Answer?[] without)
    {
        var results = new List<QuestionResult>(questions.Count);
        for (var i = 0; i < questions.Count; i++)
        {
            var question = questions[i];
            if (answers[i] is not { } answer)
            {
                continue;
            }

            await FindArticlesAsync(question.ArticleIds.Concat(answer.Quotes.Select(q => q.ArticleId)));
            var result = QuestionScorer.Score(question, answer, _articles) with
            {
                AsksFor = QuestionWords.Of(question.Language?.Split('-')[0] ?? "en").KindOf(question.Question.Text).Kind.ToString().ToLowerInvariant(),
            };
            CheckGold(question, result);
            if (answer.Status == "error")
            {
                Problem($"The question '{question.Id}' ended with an error.");
            }

            // Both confidences are rounded alike, so that equal ones tie.
            results.Add(without[i] is not { } other ? result : result with
            {
                ConfidenceWithoutGold = GivenAnswer.From(question.Id, other).Confidence,
                IsAnsweredWithoutGold = GivenAnswer.From(question.Id, other).IsAnswered,
            });
        }

        return results;
    }

    private async Task FindArticlesAsync(IEnumerable<string> ids)
    {
        var store = services.GetRequiredService<IArticleStore>();
        foreach (var id in ids)
        {
            if (id.Length > 0 && !_articles.ContainsKey(id) && await store.FindAsync(id, CancellationToken.None) is { } article)
            {
                _articles.Add(id, article);
            }
        }
    }

    private void CheckGold(EvaluationQuestion question, QuestionResult result)
    {
        foreach (var id in question.ArticleIds.Where(id => !_articles.ContainsKey(id)))
        {
            Problem($"The question '{question.Id}' names the article '{id}', and there is no such article.");
        }

        if (result is { IsAnswerable: true, IsScored: false } && question.Evidence.Count + question.AnswerPlaces.Count > 0)
        {
            Problem($"The evidence of the question '{question.Id}' is in none of its articles; it must be an exact part of the text of one.");
        }
    }

    private RunDescription Describe(int questions, int measured, int folds, bool isStopped) => new()
    {
        Name = settings.Name,
        At = services.GetRequiredService<TimeProvider>().GetUtcNow(),
        Answers = settings.Answers is { } file ? Path.GetFileName(file) : services.GetRequiredService<IAnswerer>().Model,
        MinimumConfidence = settings.Answers is null ? services.GetRequiredService<IOptionsMonitor<AnswerOptions>>().CurrentValue.MinimumConfidence : null,
        Parallel = settings.Answers is null ? settings.Parallel : 0,
        Questions = questions,
        Measured = measured,
        IsStopped = isStopped,
        Folds = folds,
        Problems = _problems,
    };

    private async Task WriteAsync(EvaluationReport report)
    {
        EvaluationView.Write(terminal, report);
        if (settings.Json is { } json)
        {
            await EvaluationFile.WriteAsync(report, json, CancellationToken.None);
            terminal.Note($"Wrote {json}.");
        }

        if (settings.Report is { } page)
        {
            await File.WriteAllTextAsync(page, HtmlReport.Of(report), CancellationToken.None);
            terminal.Note($"Wrote {page}.");
        }
    }

    private int Conclude(EvaluationReport report)
    {
        var exitCode = ExitCodes.Done;
        foreach (var failure in settings.Gates.Select(gate => gate.Check(report.Measures)).OfType<string>())
        {
            terminal.Error(failure);
            exitCode = ExitCodes.DoneWithFailures;
        }

        if (report.Questions.Any(result => result.VerbatimQuotes < result.Quotes))
        {
            terminal.Error("Not every quote stands in its article letter for letter.");
            exitCode = ExitCodes.DoneWithFailures;
        }

        if (report.Run.IsStopped)
        {
            terminal.Error(string.Create(
                CultureInfo.InvariantCulture, $"The figures are those of the {report.Run.Measured:N0} questions that were answered before the stop."));
        }

        return report.Run.IsStopped || _problems.Count > 0 ? ExitCodes.DoneWithFailures : exitCode;
    }

    private void Problem(string problem)
    {
        _problems.Add(problem);
        terminal.Error(problem);
    }
}
