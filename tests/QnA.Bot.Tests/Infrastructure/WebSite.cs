using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace QnA.Bot.Tests.Infrastructure;

/// <summary>A web site at a free port of loopback, and the settings of a bot that may fetch from it.</summary>
internal sealed class WebSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WebSite(WebApplication app) => _app = app;

    /// <summary>Gets the settings by which a bot fetches from here, without pauses between requests.</summary>
    public static Dictionary<string, string?> Allowed => new(StringComparer.Ordinal)
    {
        ["Articles:Web:AllowedNetworks:0"] = "127.0.0.0/8",
        ["Articles:Web:Delay"] = "00:00:00",
    };

    public string Address => _app.Urls.First();

    public static async Task<WebSite> StartAsync(params (string Path, string ContentType, byte[] Body)[] pages)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        foreach (var (path, contentType, body) in pages)
        {
            app.MapGet(path, () => Results.Bytes(body, contentType));
        }

        await app.StartAsync();
        return new WebSite(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
