using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace QnA.BotFramework.Hosting;

/// <summary>Registers the handling of incoming activities.</summary>
public static class TurnServiceCollectionExtensions
{
    /// <summary>Adds authentication, the adapter and the handling of turns; the bot itself is an <c>IBot</c> of the application's own.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The app's settings, and <see cref="TurnOptions"/> in the section <c>Turns</c>.</param>
    /// <returns>The services.</returns>
    /// <remarks>Middleware that is registered as <c>IMiddleware</c> runs in its order of registration.</remarks>
    public static IServiceCollection AddBotTurns(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<TurnOptions>().Bind(configuration.GetSection("Turns")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<HostOptions>().Configure<IOptions<TurnOptions>>((host, turns) =>
        {
            // The server stops first and may need as long as a request may wait; then the turns are awaited.
            var needed = turns.Value.AnswerAfter + turns.Value.DrainTimeout + TimeSpan.FromSeconds(5);
            host.ShutdownTimeout = host.ShutdownTimeout > needed ? host.ShutdownTimeout : needed;
        });
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<BotFrameworkAuthentication>(provider => new ConfigurationBotFrameworkAuthentication(
            configuration, logger: provider.GetRequiredService<ILogger<ConfigurationBotFrameworkAuthentication>>()));
        services.TryAddSingleton<ConversationTurns>();
        services.TryAddSingleton<TurnErrors>();
        services.TryAddSingleton<TurnAdapter>();
        services.TryAddSingleton<MessagesEndpoint>();
        services.AddHostedService(provider => provider.GetRequiredService<ConversationTurns>());
        return services;
    }

    /// <summary>Takes activities at a path.</summary>
    /// <param name="endpoints">The endpoints.</param>
    /// <param name="pattern">The path.</param>
    /// <returns>The endpoint's conventions.</returns>
    public static IEndpointConventionBuilder MapBotTurns(this IEndpointRouteBuilder endpoints, string pattern = "/api/messages")
    {
        ArgumentNullException.ThrowIfNull(endpoints);

        // Made now, so that a half configuration ends the start and not the first message.
        var messages = endpoints.ServiceProvider.GetRequiredService<MessagesEndpoint>();
        return endpoints.Map(pattern, messages.HandleAsync);
    }
}
