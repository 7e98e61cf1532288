using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using QnA.Bot.Tests.Infrastructure;

namespace QnA.Bot.Tests.Conversations;

public sealed class ConversationReferencesTests
{
    private const string Key = "references/msteams/c1";

    [Fact]
    public async Task Reference_IsWrittenOnlyWhenItHasChanged_AndForgotten()
    {
        await using var bot = await BotHost.StartAsync();
        using var first = await bot.PostAsync(bot.Message("help", channel: "msteams"));
        var written = await ReadAsync(bot);
        using var second = await bot.PostAsync(bot.Message("help", channel: "msteams"));
        var unchanged = await ReadAsync(bot);
        using var forget = await bot.PostAsync(bot.Message("forget", channel: "msteams"));

        var reference = (Dictionary<string, object>)written!["Reference"];
        Assert.Equal(bot.Connector.ServiceUrl, reference["ServiceUrl"]);
        Assert.Equal("c1", reference["ConversationId"]);
        Assert.Equal(written["eTag"], unchanged!["eTag"]);
        Assert.Null(await ReadAsync(bot));
    }

    [Fact]
    public async Task Reference_ToAHostThatIsNotAllowed_IsNotKept()
    {
        await using var bot = await BotHost.StartAsync();
        var message = bot.Message("help", channel: "msteams");
        message["serviceUrl"] = "https://smba.trafficmanager.net.evil.example/";

        using var response = await bot.PostAsync(message);

        Assert.Null(await ReadAsync(bot));
    }

    private static async Task<IDictionary<string, object>?> ReadAsync(BotHost bot)
    {
        var items = await bot.Services.GetRequiredService<IStorage>().ReadAsync([Key], TestContext.Current.CancellationToken);
        return items.TryGetValue(Key, out var item) ? (IDictionary<string, object>)item : null;
    }
}
