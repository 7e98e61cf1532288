using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using QnA.Bot.Access;
using QnA.Bot.Chat;
using QnA.Bot.Chat.Commands;
using QnA.Bot.Chat.Stopping;
using QnA.Bot.DirectLine;
using QnA.Bot.Feedback;
using QnA.Bot.Following;
using QnA.Bot.Health;
using QnA.Bot.Replies;
using QnA.Bot.Streaming;
using QnA.Bot.Teams;
using QnA.Bot.Turns;
using QnA.Bot.Web.Chat;
using QnA.Bot.Web.Languages;
using QnA.Bot.Web.Pages;
using QnA.Bot.Web.Uploads;
using QnA.BotFramework.Hosting;
using QnA.Core.Registration;
using QnA.Languages;
using QnA.Models.Registration;
using QnA.Answering.Registration;
using QnA.Lucene.Registration;
using QnA.Sources;
using QnA.Telemetry;

namespace QnA.Bot.Hosting;

/// <summary>Puts the bot together.</summary>
public static class QnABotBuilderExtensions
{
    /// <summary>Adds everything that the bot needs, with its settings checked at start.</summary>
    /// <param name="builder">The application's builder.</param>
    /// <returns>What other parts can be added to.</returns>
    public static QnABuilder AddQnABot(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        ListeningAddresses.UseDefault(builder);
        services.AddSingleton(new RelativePaths(builder.Environment.ContentRootPath));
        var qna = services.AddQnA()
            .AddExtractiveAnswers()
            .AddLuceneIndex()
            .AddSqliteState()
            .AddLanguageDetection()
            .AddSources()
            .AddModels()
            .AddArticleAccess(builder.Configuration)
            .AddTelemetryExport(builder.Configuration, "qna-bot");
        services.AddSettings<BotOptions>(BotOptions.Section).CheckedBy<BotOptions, BotOptionsValidator>();

        services.AddFollowing();

        // While articles are read for the first time the bot is not ready, but nothing is wrong with it either.
        var ingestion = new IngestionStatus();
        services.AddSingleton(ingestion);
        builder.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", _ => ingestion.Current is not { Completed: false, Error: null });
        services.AddHealthChecks().AddCheck<IndexHealthCheck>("index").AddCheck<StateHealthCheck>("state").AddCheck<SourcesHealthCheck>("sources");
        services.AddReplies();
        services.AddChat(builder.Configuration);
        services.AddDirectLine();
        services.AddWebPages();
        return qna;
    }

    private static void AddFollowing(this IServiceCollection services)
    {
        services.AddSettings<FollowOptions>(FollowOptions.Section).CheckedBy<FollowOptions, FollowOptionsValidator>();
        services.AddSingleton<FirstArticles>();
        services.AddHostedService<ArticleFollower>();
        services.AddHostedService<SourceFollower>();
    }

    private static void AddReplies(this IServiceCollection services)
    {
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<ArticleLinks>();
        services.AddSingleton<MarkdownAnswer>();
        services.AddSingleton<MarkdownReplyRenderer>();
        services.AddSingleton<IReplyRenderer<Activity>>(provider => provider.GetRequiredService<MarkdownReplyRenderer>());
        services.AddSingleton<IReplyRenderer<Activity>, DirectLineReplyRenderer>();
        services.AddSingleton<IReplyRenderer<Activity>, TeamsReplyRenderer>();
        services.AddSingleton<ReplyRenderers>();
        services.AddSingleton<AnswerDelivery>();
    }

    private static void AddChat(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ChatCommands>();
        services.AddSingleton<IChatCommand, QuotesCommand>();
        services.AddSingleton<IChatCommand, WhyCommand>();
        services.AddSingleton<IChatCommand, SourcesCommand>();
        services.AddSingleton<IChatCommand, ForgetCommand>();
        services.AddSingleton<IChatCommand, StopCommand>();
        services.AddSingleton<RunningTurns>();
        services.AddSingleton<IArrivalObserver>(provider => provider.GetRequiredService<RunningTurns>());
        services.AddSingleton<Microsoft.Bot.Builder.IMiddleware, StopMiddleware>();
        services.AddSingleton<ConversationState>();
        services.AddSingleton<ConversationMemories>();
        services.AddSingleton<FeedbackState>();
        services.AddSingleton<FeedbackStore>();
        services.AddSingleton<FeedbackInvoke>();
        services.AddSingleton<Microsoft.Bot.Builder.IMiddleware, MessageLimit>();
        services.AddBotTurns(configuration);
        services.AddSingleton<IBot, QnABot>();
    }

    private static void AddWebPages(this IServiceCollection services)
    {
        services.AddSettings<ChatPageOptions>(ChatPageOptions.Section);
        services.AddSettings<UploadOptions>(UploadOptions.Section).CheckedBy<UploadOptions, UploadOptionsValidator>();
        services.AddSingleton<PageFiles>();
        services.AddSingleton<PageLanguages>();
        services.AddSingleton<ChatPage>();
        services.AddSingleton<Suggestions>();
        services.AddSingleton<UploadFolder>();
        services.AddSingleton<UploadAddresses>();
    }

    private static void AddDirectLine(this IServiceCollection services)
    {
        services.AddSettings<DirectLineOptions>(DirectLineOptions.Section).CheckedBy<DirectLineOptions, DirectLineOptionsValidator>();
        services.AddSingleton<DirectLineTokens>();
        services.AddSingleton<DirectLineConversations>();
        services.AddSingleton<DirectLineAdapter>();
        services.AddSingleton<DirectLineTurns>();
        services.AddSingleton<DirectLineOrigins>();
        services.AddSingleton<DirectLineAccess>();
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<DirectLineOrigins>((cors, origins) => cors.AddPolicy(
            DirectLineOrigins.Policy,
            policy => policy.SetIsOriginAllowed(origins.IsAllowed).WithMethods("GET", "POST").WithHeaders("Authorization", "Content-Type", "x-ms-bot-agent", "x-requested-with")));
    }
}
