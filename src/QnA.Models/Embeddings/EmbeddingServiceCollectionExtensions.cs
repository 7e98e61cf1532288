using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using QnA.Core.Embeddings;
using QnA.Core.Registration;
using QnA.Core.Usage;
using QnA.Models.Providers;
using QnA.Models.Telemetry;

namespace QnA.Models.Embeddings;

/// <summary>Registers the embedding model.</summary>
internal static class EmbeddingServiceCollectionExtensions
{
    private const string HttpClientName = "QnA.Embeddings";

    /// <summary>Adds the embedding model of the section <c>Embeddings</c>; without one there is no <see cref="ITextEmbedder"/>.</summary>
    public static void AddEmbeddings(this IServiceCollection services)
    {
        services.AddSettings<EmbeddingOptions>(EmbeddingOptions.Section).CheckedBy<EmbeddingOptions, EmbeddingOptionsValidator>();
        services.AddHttpClient(HttpClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
            .RemoveAllLoggers()
            .AddResilienceHandler("retry", (pipeline, context) =>
            {
                if (context.ServiceProvider.GetRequiredService<IOptions<EmbeddingOptions>>().Value.MaxRetries is var retries and > 0)
                {
                    pipeline.AddRetry(new HttpRetryStrategyOptions { MaxRetryAttempts = retries });
                }
            });

        // A service whose factory gives nothing is, for whoever asks for it, not there.
        services.TryAddSingleton<ITextEmbedder>(provider =>
            provider.GetRequiredService<IOptions<EmbeddingOptions>>().Value.IsEnabled ? Create(provider) : null!);
    }

    private static TextEmbedder Create(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<EmbeddingOptions>>().Value;
        var provider = services.GetRequiredService<ModelProviders>().FindEmbeddings(options.Provider)!;
        var http = services.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName);
        var served = new ServedModel(provider.TelemetryName, options.ModelId, options.AddressOr(provider.EndpointExample));
        return new TextEmbedder(
            provider.CreateEmbeddings(options, http),
            served,
            options,
            services.GetRequiredService<ModelTelemetry>(),
            services.GetRequiredService<UsageMeter>(),
            services.GetRequiredService<TimeProvider>());
    }
}
