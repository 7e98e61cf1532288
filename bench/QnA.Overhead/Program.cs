using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QnA.Answering.Registration;
using QnA.Core.Answers;
using QnA.Core.Ingestion;
using QnA.Core.Questions;
using QnA.Core.Registration;
using QnA.Lucene.Registration;
using QnA.Models.Registration;
using QnA.Overhead;
using QnA.Sources;

// Measures what QnA adds to the time of search and model: dotnet run -c Release --project bench/QnA.Overhead -- articles [rounds]
var (articles, rounds) = (args.ElementAtOrDefault(0) ?? "articles", int.Parse(args.ElementAtOrDefault(1) ?? "5", CultureInfo.InvariantCulture));
var index = Directory.CreateTempSubdirectory("qna-overhead-").FullName;
try
{
    await using (var fast = await QuotingModel.StartAsync(TimeSpan.Zero))
    {
        await MeasureOverheadAsync(fast);
    }

    await using var slow = await QuotingModel.StartAsync(TimeSpan.FromMilliseconds(200));
    await MeasureFirstClaimAsync(slow);
}
finally
{
    Directory.Delete(index, recursive: true);
}

async Task MeasureOverheadAsync(QuotingModel model)
{
    await using var services = Build(model);
    var questions = await IngestAsync(services);
    var pipeline = services.GetRequiredService<QuestionPipeline>();
    var overheads = new List<double>();
    for (var round = 0; round <= rounds; round++)
    {
        foreach (var question in questions)
        {
            var (answer, _, lastClaim, _) = await AskAsync(pipeline, question);

            // The first round warms up; an answer of quotes alone did not come from the model.
            if (round > 0 && answer.Model == "quoting")
            {
                overheads.Add((lastClaim - answer.Timings.Search - model.Busy).TotalMilliseconds);
            }
        }
    }

    Print("overhead: question to last claim, minus search, minus model", overheads);
}

async Task MeasureFirstClaimAsync(QuotingModel model)
{
    await using var services = Build(model);
    var questions = await IngestAsync(services);
    var pipeline = services.GetRequiredService<QuestionPipeline>();
    var ahead = new List<double>();
    foreach (var question in questions)
    {
        var (answer, firstClaim, _, started) = await AskAsync(pipeline, question);
        if (answer.Model == "quoting")
        {
            ahead.Add((Stopwatch.GetElapsedTime(started, model.Finished) - firstClaim).TotalMilliseconds);
        }
    }

    Print("slow stream (3 sentences, 200 ms before each): first claim sent before the model had finished, by", ahead);
}

static async Task<(Answer Answer, TimeSpan FirstClaim, TimeSpan LastClaim, long Started)> AskAsync(QuestionPipeline pipeline, string question)
{
    var started = Stopwatch.GetTimestamp();
    var (first, last) = (TimeSpan.Zero, TimeSpan.Zero);
    await foreach (var update in pipeline.StreamAsync(new Question(question), CancellationToken.None))
    {
        if (update is AnswerCompleted completed)
        {
            return (completed.Answer, first, last, started);
        }

        last = Stopwatch.GetElapsedTime(started);
        first = first == TimeSpan.Zero ? last : first;
    }

    throw new InvalidOperationException("The stream ended without an answer.");
}

ServiceProvider Build(QuotingModel model)
{
    var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Index:Path"] = index,
        ["Answers:MinimumConfidence"] = "0",
        ["Answers:Cache"] = "false",
        ["Model:Provider"] = "OpenAICompatible",
        ["Model:ModelId"] = "quoting",
        ["Model:Endpoint"] = model.Endpoint,
    }).Build();
    var services = new ServiceCollection();
    services.AddSingleton<IConfiguration>(configuration).AddLogging(logging => logging.ClearProviders());
    services.AddQnA().AddExtractiveAnswers().AddLuceneIndex().AddSources().AddModels();
    return services.BuildServiceProvider();
}

// Asks for what the articles are about: their titles.
async Task<List<string>> IngestAsync(ServiceProvider services)
{
    var source = services.GetRequiredService<ArticleSourceFactory>().Create(articles);
    await services.GetRequiredService<ArticleIngester>().IngestAsync([source], progress: null, CancellationToken.None);
    var titles = new List<string>();
    await foreach (var item in source.ReadAsync(CancellationToken.None))
    {
        if (item is ReadArticle { Article.Title: var title })
        {
            titles.Add(title);
        }
    }

    return titles;
}

static void Print(string what, List<double> milliseconds)
{
    milliseconds.Sort();
    var culture = CultureInfo.InvariantCulture;
    Console.WriteLine(milliseconds.Count == 0
        ? $"{what}: no answer was written by the model"
        : string.Create(culture, $"{what}: median {milliseconds[milliseconds.Count / 2]:0.0} ms, 5% {milliseconds[milliseconds.Count / 20]:0.0} ms, 95% {milliseconds[milliseconds.Count * 95 / 100]:0.0} ms, {milliseconds.Count} answers"));
}
