using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using QnA.Core.Answers;
using QnA.Core.Embeddings;
using QnA.Core.Questions;
using QnA.Core.Registration;
using QnA.Models.Answering;
using QnA.Models.Caching;
using QnA.Models.Calls;
using QnA.Models.Checking;
using QnA.Models.Embeddings;
using QnA.Models.Options;
using QnA.Models.Passages;
using QnA.Models.Prompts;
using QnA.Models.Providers;
using QnA.Models.Rewriting;
using QnA.Models.Telemetry;

namespace QnA.Models.Registration;

/// <summary>Registers language models.</summary>
public static class ModelQnABuilderExtensions
{
    private const string HttpClientName = "QnA.Models";

    /// <summary>Adds the models of the section <c>Model</c>; without one, answers and rewriting stay as they are.</summary>
    /// <param name="builder">What <c>AddQnA</c> returned; what answers without a model is added to it as well.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>
    /// Resolving <see cref="IAnswerer"/> throws <see cref="OptionsValidationException"/> for settings and <see cref="PromptException"/> for
    /// prompts that cannot be used.
    /// </remarks>
    public static QnABuilder AddModels(this QnABuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddSettings<ModelOptions>(ModelOptions.Section).CheckedBy<ModelOptions, ModelOptionsValidator>();
        services.TryAddSingleton<ModelProviders>();
        services.TryAddSingleton<PromptLibrary>();
        services.TryAddSingleton<ITokenCounter, TiktokenCounter>();
        services.TryAddSingleton<ModelTelemetry>();
        services.TryAddSingleton<ModelCall>();
        services.TryAddSingleton<ModelChain>();
        services.TryAddSingleton(provider => new ModelChecker(
            provider.GetRequiredService<IReadOnlyList<ModelEndpoint>>(),
            provider.GetRequiredService<IOptions<ModelOptions>>(),
            provider.GetService<ITextEmbedder>(),
            provider.GetRequiredService<IOptions<EmbeddingOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddModelHttp();
        services.AddModelCache();
        services.TryAddSingleton<IReadOnlyList<ModelEndpoint>>(CreateEndpoints);
        services.AddEmbeddings();
        return builder
            .ProvideModel<IQuestionRewriter, ModelQuestionRewriter>(AroundRules)
            .ProvideModel<IAnswerer, ModelAnswerer>(AroundQuotes);
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

    private static IQuestionRewriter AroundRules(IQuestionRewriter rules, IServiceProvider provider) =>
        provider.GetRequiredService<IReadOnlyList<ModelEndpoint>>().Count == 0
            ? rules
            : ActivatorUtilities.CreateInstance<ModelQuestionRewriter>(provider, rules);

    private static IAnswerer AroundQuotes(IAnswerer quotes, IServiceProvider provider)
    {
        if (provider.GetRequiredService<IReadOnlyList<ModelEndpoint>>().Count == 0)
        {
            return quotes;
        }

        // A prompt that cannot be used is told at start, not by answers that quietly stay extractive.
        provider.GetRequiredService<PromptLibrary>().Validate();
        return new AnswererBuilder(ActivatorUtilities.CreateInstance<ModelAnswerer>(provider))
            .UseCache()
            .UseQuotes(quotes)
            .UseJudge()
            .Build(provider);
    }
}
