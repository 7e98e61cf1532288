using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using QnA.Bot.Chat;
using QnA.Bot.Chat.Commands;
using QnA.Bot.Following;
using QnA.Bot.Health;
using QnA.Bot.Replies;
using QnA.Core.Registration;
using QnA.Search.Index;
using QnA.Search.Registration;
using QnA.Sources;

namespace QnA.Bot.Hosting;

/// <summary>Puts the bot together.</summary>
public static class QnABotBuilderExtensions
{
    /// <summary>Adds everything that the bot needs, with its settings checked at start.</summary>
    /// <param name="builder">The application's builder.</param>
    /// <returns>The same builder.</returns>
    public static WebApplicationBuilder AddQnABot(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddQnA().AddLuceneSearch();
        services.AddQnASources();
        var contentRoot = builder.Environment.ContentRootPath;
        services.PostConfigure<IndexOptions>(o => o.Path = Path.GetFullPath(o.Path, contentRoot));
        services.AddOptions<BotOptions>().BindConfiguration(BotOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<BotOptions>, BotOptionsValidator>();

        services.AddFollowing();
        services.AddHealthChecks().AddCheck<IndexHealthCheck>("index");
        services.AddReplies();
        services.AddChat();
        return builder;
    }

    private static void AddFollowing(this IServiceCollection services)
    {
        services.AddOptions<FollowOptions>().BindConfiguration(FollowOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<FollowOptions>, FollowOptionsValidator>();
        services.AddSingleton<IngestionStatus>();
        services.AddHostedService<ArticleFollower>();
    }

    private static void AddReplies(this IServiceCollection services)
    {
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<ArticleLinks>();
        services.AddSingleton<MarkdownAnswer>();
        services.AddSingleton<IReplyRenderer<Activity>, MarkdownReplyRenderer>();
        services.AddSingleton<ReplyRenderers>();
    }

    private static void AddChat(this IServiceCollection services)
    {
        services.AddSingleton<ChatCommands>();
        services.AddSingleton<IStorage, MemoryStorage>();
        services.AddSingleton<ConversationState>();
        services.AddSingleton<BotFrameworkAuthentication, ConfigurationBotFrameworkAuthentication>();
        services.AddSingleton<IBotFrameworkHttpAdapter, QnAAdapter>();
        services.AddSingleton<IBot, QnABot>();
    }
}
