using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using QnA.Core.Answers;
using QnA.Core.Embeddings;
using QnA.Core.Questions;
using QnA.Core.Usage;
using QnA.Models.Answering;
using QnA.Models.Caching;
using QnA.Models.Calls;
using QnA.Models.Checking;
using QnA.Models.Embeddings;
using QnA.Models.Judging;
using QnA.Models.Options;
using QnA.Models.Passages;
using QnA.Models.Prompts;
using QnA.Models.Providers;
using QnA.Models.Rewriting;
using QnA.Models.Telemetry;
using QnA.Search.Extractive;
using QnA.Search.Questions;

namespace QnA.Models.Registration;

/// <summary>Registers language models.</summary>
public static class ModelServiceCollectionExtensions
{
    private const string HttpClientName = "QnA.Models";

    /// <summary>Adds the models of the section <c>Model</c>; without one, answers stay extractive.</summary>
    /// <param name="services">The services; core and search are added as well.</param>
    /// <param name="configuration">The configuration that has the section.</param>
    /// <remarks>
    /// Resolving <see cref="IAnswerer"/> throws <see cref="OptionsValidationException"/> for settings and <see cref="PromptException"/> for
    /// prompts that cannot be used.
    /// </remarks>
    public static IServiceCollection AddQnAModels(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<ModelOptions>().Bind(configuration.GetSection(ModelOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ModelProviders>();
        services.AddSingleton<IValidateOptions<ModelOptions>, ModelOptionsValidator>();
        services.TryAddSingleton<PromptLibrary>();
        services.TryAddSingleton<ITokenCounter, TiktokenCounter>();
        services.AddMetrics();
        services.TryAddSingleton<ModelTelemetry>();
        services.TryAddSingleton<UsageMeter>();
        services.TryAddSingleton<ModelCall>();
        services.TryAddSingleton<ModelChain>();
        services.TryAddSingleton<ClaimJudge>();
        services.TryAddSingleton(provider => new ModelChecker(
            provider.GetRequiredService<IReadOnlyList<ModelEndpoint>>(),
            provider.GetRequiredService<IOptions<ModelOptions>>(),
            provider.GetService<ITextEmbedder>(),
            provider.GetRequiredService<IOptions<EmbeddingOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<ExtractiveAnswerer>();
        services.AddModelHttp();
        services.AddModelCache();
        services.TryAddSingleton<IReadOnlyList<ModelEndpoint>>(CreateEndpoints);
        services.Replace(ServiceDescriptor.Singleton(CreateRewriter));
        services.Replace(ServiceDescriptor.Singleton(CreateAnswerer));
        services.AddEmbeddings(configuration);
        return services;
    }

    private static void AddModelHttp(this IServiceCollection services) =>
        services.AddHttpClient(HttpClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
            .RemoveAllLoggers()
            .AddResilienceHandler("retry", (pipeline, context) => ModelRetry.Add(pipeline, context.ServiceProvider.GetRequiredService<IOptions<ModelOptions>>().Value));

    private static void AddModelCache(this IServiceCollection services)
    {
        services.AddHybridCache();
        services.AddOptions<MemoryCacheOptions>().Configure<IOptions<AnswerOptions>>((memory, answers) => memory.SizeLimit = answers.Value.CacheMaxBytes);
        services.TryAddSingleton<ModelCache>();
    }

    private static IReadOnlyList<ModelEndpoint> CreateEndpoints(IServiceProvider provider)
    {
        var factory = provider.GetRequiredService<IHttpClientFactory>();
        var options = provider.GetRequiredService<IOptionsMonitor<ModelOptions>>();
        return
        [
            .. provider.GetRequiredService<IOptions<ModelOptions>>().Value.Endpoints.Select(endpoint => ModelEndpoint.Create(
                endpoint,
                provider.GetRequiredService<ModelProviders>(),
                factory.CreateClient(HttpClientName),
                new ModelCircuit(() => options.CurrentValue.BreakDuration, provider.GetRequiredService<TimeProvider>()))),
        ];
    }

    private static IQuestionRewriter CreateRewriter(IServiceProvider provider)
    {
        var rules = new FollowUpRewriter();
        return provider.GetRequiredService<IReadOnlyList<ModelEndpoint>>().Count == 0
            ? rules
            : ActivatorUtilities.CreateInstance<ModelQuestionRewriter>(provider, rules);
    }

    private static IAnswerer CreateAnswerer(IServiceProvider provider)
    {
        var extractive = provider.GetRequiredService<ExtractiveAnswerer>();
        var endpoints = provider.GetRequiredService<IReadOnlyList<ModelEndpoint>>();
        if (endpoints.Count == 0)
        {
            return extractive;
        }

        // A prompt that cannot be used is told at start, not by answers that quietly stay extractive.
        var prompts = provider.GetRequiredService<PromptLibrary>();
        prompts.Validate();
        var model = ActivatorUtilities.CreateInstance<ModelAnswerer>(provider, extractive);
        return ActivatorUtilities.CreateInstance<CachingAnswerer>(provider, model);
    }
}
