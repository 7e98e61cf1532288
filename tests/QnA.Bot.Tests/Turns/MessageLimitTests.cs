using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using QnA.Bot.Tests.Infrastructure;

namespace QnA.Bot.Tests.Turns;

public sealed class MessageLimitTests
{
    private static readonly Dictionary<string, string?> Two = new(StringComparer.Ordinal) { ["Bot:MessagesPerMinute"] = "2" };

    [Fact]
    public async Task Person_WhoAsksTooMuch_IsToldOnceAndAnsweredAgainInTheNextMinute()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2024, 7, 1, 12, 0, 0, TimeSpan.Zero));
        await using var bot = await BotHost.StartAsync(settings: Two, services: s => s.AddSingleton<TimeProvider>(time));

        for (var i = 0; i < 5; i++)
        {
            using var response = await bot.PostAsync(bot.Message("help"));
            response.EnsureSuccessStatusCode();
        }

        var within = bot.Connector.TakeAll();
        time.Advance(TimeSpan.FromMinutes(1));
        using var after = await bot.PostAsync(bot.Message("help"));
        Assert.Equal(3, within.Count);
        Assert.Contains("wait a minute", within[2].Text, StringComparison.Ordinal);
        Assert.Contains("**help**", Assert.Single(bot.Connector.TakeAll()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Person_WhoAsksTooMuch_DoesNotHoldUpAnother()
    {
        await using var bot = await BotHost.StartAsync(settings: Two);
        for (var i = 0; i < 4; i++)
        {
            using var response = await bot.PostAsync(bot.Message("help"));
        }

        bot.Connector.TakeAll();
        var other = bot.Message("help");
        other["from"]!["id"] = "other";
        using var answered = await bot.PostAsync(other);

        Assert.Contains("**help**", Assert.Single(bot.Connector.TakeAll()).Text, StringComparison.Ordinal);
    }
}
