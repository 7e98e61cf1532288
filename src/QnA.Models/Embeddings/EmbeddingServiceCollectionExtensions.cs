using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using QnA.Core.Embeddings;
using QnA.Core.Usage;
using QnA.Models.Providers;
using QnA.Models.Telemetry;

namespace QnA.Models.Embeddings;

/// <summary>Registers the embedding model.</summary>
internal static class EmbeddingServiceCollectionExtensions
{
    private const string HttpClientName = "QnA.Embeddings";

    /// <summary>Adds the embedding model of the section <c>Embeddings</c>; without one nothing is added but the check of the settings.</summary>
    public static void AddEmbeddings(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(EmbeddingOptions.Section);
        services.AddOptions<EmbeddingOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<EmbeddingOptions>, EmbeddingOptionsValidator>();
        var defaults = new EmbeddingOptions();
        if (string.Equals(section.GetValue(nameof(defaults.Provider), defaults.Provider), EmbeddingOptions.None, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var http = services.AddHttpClient(HttpClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
            .RemoveAllLoggers();
        if (section.GetValue(nameof(defaults.MaxRetries), defaults.MaxRetries) is var retries and > 0)
        {
            http.AddResilienceHandler("retry", pipeline => pipeline.AddRetry(new HttpRetryStrategyOptions { MaxRetryAttempts = retries }));
        }

        services.TryAddSingleton<ITextEmbedder>(Create);
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
