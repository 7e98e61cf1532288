using Microsoft.Extensions.Options;
using QnA.Bot.DirectLine;
using QnA.Bot.Health;
using QnA.Bot.Web.Articles;
using QnA.Bot.Web.Chat;
using QnA.Bot.Web.Pages;
using QnA.Bot.Web.Uploads;
using QnA.BotFramework.Hosting;
using QnA.Core.Answers;
using QnA.Models.Prompts;

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

    /// <summary>Builds the bot and runs it until it is told to stop. What is wrong with the settings or the address is said in words.</summary>
    /// <param name="builder">The builder, with what <see cref="QnABotBuilderExtensions.AddQnABot"/> added.</param>
    /// <returns>0 after a stop, 1 where the bot could not start.</returns>
    public static async Task<int> RunQnABotAsync(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        await using var app = builder.Build();
        try
        {
            app.MapQnABot();
            // Wrong settings of a model, or a prompt that cannot be read, end the start and not the first question.
            app.Services.GetRequiredService<IAnswerer>();
            await app.RunAsync();
            return 0;
        }
        catch (Exception exception) when (exception is OptionsValidationException or PromptException or InvalidOperationException or IOException)
        {
            Log.CannotStart(app.Logger, exception.Message);
            Log.CannotStartBecause(app.Logger, exception);
            return 1;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Critical, Message = "The bot cannot start: {Reason}")]
        public static partial void CannotStart(ILogger logger, string reason);

        [LoggerMessage(Level = LogLevel.Debug, Message = "Where it failed")]
        public static partial void CannotStartBecause(ILogger logger, Exception exception);
    }
}
