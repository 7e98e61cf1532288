using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.DependencyInjection.Extensions;
using QnA.Core.Access;
using QnA.Core.Registration;

namespace QnA.Bot.Access;

/// <summary>Adds what finds out who may read which articles.</summary>
internal static class AccessQnABuilderExtensions
{
    // Somebody waits for an answer; after this they get one without what only a group may read.
    private static readonly TimeSpan TotalTimeout = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(2);

    private const int MaxResponseBytes = 64 * 1024;

    public static QnABuilder AddArticleAccess(this QnABuilder builder, IConfiguration configuration)
    {
        var services = builder.Services;
        services.AddSettings<GraphOptions>(GraphOptions.Section).CheckedBy<GraphOptions, GraphOptionsValidator>();
        services.TryAddSingleton<ServiceClientCredentialsFactory>(_ => new ConfigurationServiceClientCredentialFactory(configuration));
        services.AddHttpClient(GraphGroups.ClientName, client => client.MaxResponseContentBufferSize = MaxResponseBytes)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false })
            .AddStandardResilienceHandler(resilience =>
            {
                resilience.AttemptTimeout.Timeout = AttemptTimeout;
                resilience.TotalRequestTimeout.Timeout = TotalTimeout;
                resilience.Retry.MaxRetryAttempts = 2;
                resilience.Retry.Delay = TimeSpan.FromMilliseconds(200);
            });
        services.AddSingleton<IGroupMembership, GraphGroups>();
        services.AddSingleton<TurnReaders>();
        return builder;
    }
}
