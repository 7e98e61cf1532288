using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace QnA.BotLoad.Echo;

/// <summary>A channel's connector service that takes every activity at once and counts them.</summary>
internal static class ConnectorServer
{
    /// <summary>The path that says how many activities arrived.</summary>
    public const string CountPath = "/count";

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var answer = """{"id":"1"}"""u8.ToArray();
        var count = 0L;
        app.MapGet(CountPath, () => Interlocked.Read(ref count));
        app.MapPost("/v3/conversations/{**path}", async http =>
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
            Interlocked.Increment(ref count);
            http.Response.StatusCode = StatusCodes.Status201Created;
            http.Response.ContentType = "application/json";
            http.Response.ContentLength = answer.Length;
            await http.Response.Body.WriteAsync(answer, http.RequestAborted);
        });
        await ((IHost)app).RunAsync(cancellationToken);
    }
}
