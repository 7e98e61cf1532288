using System.Net;
using Microsoft.Extensions.Logging;
using QnA.Bot.Tests.Infrastructure;
using QnA.Testing;

namespace QnA.Bot.Tests.Hosting;

/// <summary>A state file whose bytes are no database.</summary>
public sealed class DamagedStateTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("qna-state-");

    private string State => Path.Combine(_folder.FullName, "state.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Start_StateIsDamaged_SetsItAsideLoudlyAndAnswers()
    {
        var garbage = new byte[8192];
        new Random(1).NextBytes(garbage);
        await File.WriteAllBytesAsync(State, garbage, TestContext.Current.CancellationToken);
        using var log = new LogCollector();

        await using var bot = await StartAsync(log);
        var reply = await bot.AskAsync(Samples.CostQuestion);

        Assert.Contains(Samples.CostSentence, reply.Text, StringComparison.Ordinal);
        var aside = Assert.Single(_folder.EnumerateFiles("state.db.damaged-*"));
        Assert.Equal(garbage, await File.ReadAllBytesAsync(aside.FullName, TestContext.Current.CancellationToken));
        var said = Assert.Single(log.Lines, line => line.Level == LogLevel.Critical);
        Assert.Contains(aside.FullName, said.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ready_StateIsOverwrittenWhileTheBotRuns_IsUnhealthy()
    {
        await using var bot = await StartAsync(log: null);
        File.Delete(State + "-wal");
        await File.WriteAllBytesAsync(State, [.. Enumerable.Repeat((byte)'x', 8192)], TestContext.Current.CancellationToken);

        using var response = await bot.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("The state cannot be read", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private Task<TestBot> StartAsync(ILoggerProvider? log) => TestBot.StartAsync(new TestBotOptions
    {
        Articles = [new TestArticle(Samples.Lighthouse.Name, Samples.Lighthouse.Text)],
        Settings = { ["State:Path"] = State },
        Logging = logging =>
        {
            if (log is not null)
            {
                logging.AddProvider(log);
            }
        },
        CancellationToken = TestContext.Current.CancellationToken,
    });
}
