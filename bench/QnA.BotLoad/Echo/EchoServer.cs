using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace QnA.BotLoad.Echo;

/// <summary>The bot of the protocol's first lesson: it says what it was told.</summary>
internal sealed class EchoServer : ActivityHandler
{
    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        builder.Configuration["BotFramework:AllowLoopback"] = "true";
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddHttpClient();
        var app = builder.Build();
        var adapter = new CloudAdapter(app.Configuration, app.Services.GetRequiredService<IHttpClientFactory>(), app.Logger);
        var bot = new EchoServer();
        app.MapPost("/api/messages", (HttpContext http) => adapter.ProcessAsync(http.Request, http.Response, bot, http.RequestAborted));
        await ((IHost)app).RunAsync(cancellationToken);
    }

    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.SendActivityAsync(MessageFactory.Text("Echo: " + turnContext.Activity.Text), cancellationToken);
    }
}
