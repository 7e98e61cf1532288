using QnA.Bot.Tests.Infrastructure;
using QnA.Browser.Tests.Infrastructure;

[assembly: AssemblyFixture(typeof(ShippedBot))]

namespace QnA.Browser.Tests.Infrastructure;

/// <summary>One bot with the shipped articles, for the tests that change nothing of it.</summary>
public sealed class ShippedBot : IAsyncDisposable
{
    private readonly Lazy<Task<BotHost>> _bot = new(() => BotHost.StartAsync(articles: [], settings: Settings));

    private static Dictionary<string, string?> Settings => new(StringComparer.Ordinal)
    {
        ["Articles:Paths:0"] = Path.Combine(AppContext.BaseDirectory, "articles"),
        // All tests are one address to the bot.
        ["DirectLine:RequestsPerMinute"] = "100000",
    };

    internal Task<BotHost> StartedAsync() => _bot.Value;

    public async ValueTask DisposeAsync()
    {
        if (_bot.IsValueCreated)
        {
            await (await _bot.Value).DisposeAsync();
        }
    }
}
