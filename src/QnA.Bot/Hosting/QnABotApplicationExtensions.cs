using Microsoft.Extensions.Options;
using QnA.Bot.DirectLine;
using QnA.Bot.Health;
using QnA.Bot.Web.Articles;
using QnA.Bot.Web.Chat;
using QnA.Bot.Web.Pages;
using QnA.Bot.Web.Uploads;
using QnA.BotFramework.Hosting;
using QnA.Core.Answers;

namespace QnA.Bot.Hosting;

/// <summary>Maps the bot's addresses and runs it.</summary>
public static partial class QnABotApplicationExtensions
{
    /// <summary>Maps what people, channels and supervisors ask for.</summary>
    /// <param name="app">The application, with what <see cref="QnABotBuilderExtensions.AddQnABot"/> added.</param>
    /// <returns>The same application.</returns>
    public static WebApplication MapQnABot(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UsePageSecurity();
        app.Services.GetRequiredService<PageFiles>().Serve(app);
        app.UseCors();
        app.UseWebSockets();
        app.MapBotTurns();
        app.MapDirectLine();
        app.MapArticlePages();
        app.MapChatPage();
        app.MapUploads();
        app.MapHealth();
        return app;
    }

    /// <summary>Builds the bot and runs it until it is told to stop. What is wrong with the settings or the address is said in a line each.</summary>
    /// <param name="builder">The builder, with what <see cref="QnABotBuilderExtensions.AddQnABot"/> added.</param>
    /// <returns>0 after a stop, 1 where the bot could not start.</returns>
    public static async Task<int> RunQnABotAsync(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var isStarting = true;

        // The host says what ended the start with its stack trace; it is said in words here.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => !isStarting || level < LogLevel.Error);
        await using var app = builder.Build();
        try
        {
            app.Services.GetService<IStartupValidator>()?.Validate();
            ListeningAddresses.Check(app.Configuration);
            app.MapQnABot();

            // Wrong settings of a model, or a prompt that cannot be read, end the start and not the first question.
            app.Services.GetRequiredService<IAnswerer>();
            await app.StartAsync();
            isStarting = false;
        }
        catch (Exception exception) when (StartErrors.Explain(exception) is not null)
        {
            foreach (var reason in StartErrors.Explain(exception)!)
            {
                Log.CannotStart(app.Logger, reason);
            }

            Log.CannotStartBecause(app.Logger, exception);
            return 1;
        }

        await app.WaitForShutdownAsync();
        return 0;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Critical, Message = "The bot cannot start: {Reason}")]
        public static partial void CannotStart(ILogger logger, string reason);

        [LoggerMessage(Level = LogLevel.Debug, Message = "Where it failed")]
        public static partial void CannotStartBecause(ILogger logger, Exception exception);
    }
}
