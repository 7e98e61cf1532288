using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using QnA.Bot.Tests.Infrastructure;
using QnA.Core.Answers;
using QnA.Core.Questions;
using QnA.Core.Retrieval;
using static QnA.Bot.Tests.Access.GuardedBot;

namespace QnA.Bot.Tests.Access;

/// <summary>Ways on which words travel that nobody asked for: telemetry, errors and what the chat page suggests.</summary>
public sealed class UnseenChannelsTests
{
    // Words that only the restricted article has; the id of the article's file is not asked for here.
    private static readonly string[] Words = [.. HiddenWords, "velmar", "board", Member, Colleague];

    [Fact]
    public async Task Telemetry_OfQuestionsAboutARestrictedArticle_HasNoWordTagOrPersonOfIt()
    {
        await using var collector = await Collector.StartAsync();
        await using var bot = await GuardedBot.StartAsync(settings: new Dictionary<string, string?>(Rules, StringComparer.Ordinal)
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        });

        Assert.Contains(HiddenSentence, await bot.AskTeamsAsync(GuardedBot.Question, Member), StringComparison.Ordinal);
        foreach (var text in (string[])[GuardedBot.Question, "why", "quotes", "sources", "in:board Who buys it?"])
        {
            await bot.AskTeamsAsync(text, Colleague);
        }

        bot.Services.GetRequiredService<TracerProvider>().ForceFlush();
        bot.Services.GetRequiredService<MeterProvider>().ForceFlush();

        var sent = collector.Of("/v1/traces") + collector.Of("/v1/metrics");
        Assert.Contains("qna.questions", sent, StringComparison.Ordinal);
        Assert.All(Words, word => Assert.DoesNotContain(word, sent, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("msteams")]
    [InlineData("emulator")]
    public async Task Answer_FailsWithWordsOfARestrictedArticle_SaysNoneOfThem(string channel)
    {
        await using var bot = await GuardedBot.StartAsync(services => services.AddSingleton<IAnswerer>(new FailingAnswerer()));

        foreach (var text in (string[])[Samples.CostQuestion, "why"])
        {
            AssertHidden(await bot.AskTeamsAsync(text, Colleague, channel: channel));
        }
    }

    [Fact]
    public async Task Suggestions_ArticleIsRestrictedWhileAnotherComes_AreNotTheKeptOnes()
    {
        const string Title = "A new bridge over the Sele";
        const string Body = "The Sele gets a new bridge of steel, the council of Marnau decided on Friday.";
        await using var bot = await BotHost.StartAsync([("bridge.md", Article(Title, Body)), Samples.Lighthouse], Rules);
        await Eventually.TrueAsync(async () => (await SuggestAsync(bot)).Contains(Title, StringComparison.Ordinal));

        // As many articles and passages as before, for everyone who may see only those.
        await WriteAsync(bot, "bridge.md", Article(Title, Body, "tags: [board]\n"));
        await WriteAsync(bot, "tunnel.md", Article("A tunnel under the Orne", "The Orne gets a tunnel for bicycles, the district of Lissen said on Monday."));

        await Eventually.TrueAsync(async () => (await bot.AskAsync("Where is the tunnel for bicycles?")).Contains("Orne", StringComparison.Ordinal));
        await Eventually.TrueAsync(async () => !(await bot.AskAsync("What did the council of Marnau decide?")).Contains("steel", StringComparison.Ordinal));
        Assert.DoesNotContain(Title, await SuggestAsync(bot), StringComparison.Ordinal);
    }

    private static string Article(string title, string text, string tags = "") => $"---\ntitle: {title}\nlanguage: en\n{tags}---\n\n{text}";

    private static Task WriteAsync(BotHost bot, string name, string text) =>
        File.WriteAllTextAsync(Path.Combine(bot.ArticlesFolder, name), text, TestContext.Current.CancellationToken);

    private static Task<string> SuggestAsync(BotHost bot) => bot.Client.GetStringAsync("/chat/suggestions?language=en", TestContext.Current.CancellationToken);

    private sealed class FailingAnswerer : IAnswerer
    {
        public string Model => "failing";

        public IAsyncEnumerable<Draft> DraftAsync(StandaloneQuestion question, SearchResult found, CancellationToken cancellationToken) =>
            throw new InvalidOperationException(HiddenSentence);
    }
}
