using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QnA.Bot.Following;
using QnA.Bot.Tests.Infrastructure;
using QnA.Core.Ingestion;
using QnA.Testing;

namespace QnA.Bot.Tests.Health;

/// <summary>What the log says of states that are nobody's defect.</summary>
public sealed class HealthLogTests : IDisposable
{
    private readonly LogCollector _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task Ready_ArticlesAreReadForTheFirstTime_IsNotReadyButNoFailureIsLogged()
    {
        await using var bot = await StartAsync(services =>
        {
            var follower = services.Single(service => service.ImplementationType == typeof(ArticleFollower));
            services.Remove(follower);
        });

        using var response = await bot.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.DoesNotContain(_log.Lines, line => line.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task Start_AnotherProgramWritesToTheIndex_IsLoggedInWordsWithoutAStackTrace()
    {
        IArticleWriter? writer = null;
        await using var bot = await StartAsync(services => services.AddHostedService(provider => new OtherWriter(provider.GetRequiredService<IArticleStore>(), w => writer = w)));
        await using var other = writer;

        await Eventually.TrueAsync(() => Task.FromResult(_log.Lines.Any(line => line.Level == LogLevel.Error)));

        Assert.All(_log.Lines.Where(line => line.Level == LogLevel.Error), line => Assert.Null(line.Exception));
    }

    private Task<TestBot> StartAsync(Action<IServiceCollection> services) => TestBot.StartAsync(new TestBotOptions
    {
        Articles = [new TestArticle(Samples.Lighthouse.Name, Samples.Lighthouse.Text)],
        Logging = logging => logging.AddProvider(_log),
        Services = services,
        WaitUntilReady = false,
        CancellationToken = TestContext.Current.CancellationToken,
    });

    // Made before the hosted services start, so before the bot's own writer is opened.
    private sealed class OtherWriter(IArticleStore store, Action<IArticleWriter> opened) : Microsoft.Extensions.Hosting.IHostedLifecycleService
    {
        public async Task StartingAsync(CancellationToken cancellationToken) => opened(await store.OpenWriterAsync(cancellationToken));

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
