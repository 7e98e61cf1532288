using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QnA.Bot.Tests.Infrastructure;
using QnA.Sources.Freshness;

namespace QnA.Bot.Tests.Following;

/// <summary>A feed that changes, fails and comes back while the bot runs.</summary>
public sealed class SourceFollowerTests : IAsyncLifetime
{
    private const string Question = "How many bells does the Norvik carillon have?";

    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(5);

    private WebApplication _site = null!;
    private volatile string? _text = "";

    private string Feed => $"{_site.Urls.First()}/feed";

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _site = builder.Build();
        _site.MapGet("/feed", () => _text is { } text
            ? Results.Text($"<rss version=\"2.0\"><channel><title>t</title><link>http://example.com/</link><description>d</description>{text}<item><guid>other</guid><description>The Aldmoor ferry leaves at noon.</description></item></channel></rss>", "application/rss+xml")
            : Results.StatusCode(500));
        await _site.StartAsync();
        Say("The Norvik carillon has 47 bells.");
    }

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Feed_ChangedFailedAndVanished_IsNeverQuotedFromItsOldText()
    {
        await using var bot = await BotHost.StartAsync(settings: new Dictionary<string, string?>
        {
            ["Articles:Sources:0:Name"] = "News",
            ["Articles:Sources:0:Kind"] = "Feed",
            ["Articles:Sources:0:Address"] = Feed,
            ["Articles:Web:AllowedNetworks:0"] = "127.0.0.0/8",
            ["Articles:Web:Delay"] = "00:00:00",
        });
        var refresher = bot.Services.GetRequiredService<SourceRefresher>();
        var source = refresher.List()[0].Source;
        await Eventually.TrueAsync(() => Task.FromResult(refresher.List()[0].State.LastSuccess is not null));
        await Eventually.TrueAsync(async () => (await bot.AskAsync(Question)).Contains("47 bells", StringComparison.Ordinal), Promise);

        Say("The Norvik carillon has 49 bells since May.");
        await refresher.RefreshAsync(source, TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(async () => (await bot.AskAsync(Question)).Contains("49 bells", StringComparison.Ordinal), Promise);
        Assert.DoesNotContain("47 bells", await bot.AskAsync(Question), StringComparison.Ordinal);

        _text = null;
        await refresher.RefreshAsync(source, TestContext.Current.CancellationToken);
        Assert.Equal("Degraded", await ReadyAsync(bot));
        Assert.Contains("49 bells", await bot.AskAsync(Question), StringComparison.Ordinal);

        _text = "";
        await refresher.RefreshAsync(source, TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(async () => !(await bot.AskAsync(Question)).Contains("49 bells", StringComparison.Ordinal), Promise);
        Assert.Equal("Healthy", await ReadyAsync(bot));
        Assert.DoesNotContain("bells.", await bot.AskAsync("quotes"), StringComparison.Ordinal);
    }

    private static async Task<string?> ReadyAsync(BotHost bot)
    {
        using var response = await bot.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        return (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["status"];
    }

    private void Say(string text) => _text = $"<item><guid>carillon</guid><title>Carillon</title><description>{text}</description></item>";
}
