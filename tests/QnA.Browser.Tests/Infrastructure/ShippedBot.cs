using QnA.Bot.Tests.Infrastructure;
using QnA.Browser.Tests.Infrastructure;

[assembly: AssemblyFixture(typeof(ShippedBot))]

namespace QnA.Browser.Tests.Infrastructure;

/// <summary>One bot with the shipped articles, for the tests that change nothing of it.</summary>
public sealed class ShippedBot : IAsyncLifetime
{
    private BotHost? _bot;

    private static Dictionary<string, string?> Settings => new(StringComparer.Ordinal)
    {
        ["Articles:Paths:0"] = Path.Combine(AppContext.BaseDirectory, "articles"),
        // All tests are one address to the bot.
        ["DirectLine:RequestsPerMinute"] = "100000",
    };

    internal BotHost Bot => _bot ?? throw new InvalidOperationException("The bot has not started.");

    public async ValueTask InitializeAsync() => _bot = await BotHost.StartAsync(articles: [], settings: Settings);

    public async ValueTask DisposeAsync()
    {
        if (_bot is not null)
        {
            await _bot.DisposeAsync();
        }
    }
}
