using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using QnA.Core.Access;
using QnA.Core.Answers;
using QnA.Core.Ingestion;
using QnA.Core.Questions;
using QnA.Core.Registration;
using QnA.Core.Retrieval;
using QnA.Search.Access;
using QnA.Search.Detection;
using QnA.Search.Extractive;
using QnA.Search.Questions;
using QnA.Search.Index;

namespace QnA.Search.Registration;

/// <summary>Registers the embedded index.</summary>
public static class LuceneQnABuilderExtensions
{
    /// <summary>Adds the Lucene index as store and search, and extractive answers as the way to answer.</summary>
    /// <param name="builder">What <c>AddQnA</c> returned.</param>
    public static QnABuilder AddLuceneSearch(this QnABuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddOptions<IndexOptions>().BindConfiguration(IndexOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<LanguageOptions>().BindConfiguration(LanguageOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LanguageOptions>, LanguageOptionsValidator>());
        services.TryAddSingleton<LuceneArticleStore>();
        services.TryAddSingleton<IArticleStore>(provider => provider.GetRequiredService<LuceneArticleStore>());
        services.TryAddSingleton<IPassageSearch, LucenePassageSearch>();
        services.TryAddSingleton<IVisibleArticles, LuceneVisibleArticles>();
        services.TryAddSingleton<ExtractiveAnswerer>();
        services.AddFollowUps();
        services.TryAddSingleton<IAnswerer>(provider => provider.GetRequiredService<ExtractiveAnswerer>());
        return builder;
    }

    // The core's own rewriter has no word lists; one that somebody chose stays.
    private static void AddFollowUps(this IServiceCollection services)
    {
        if (services.FirstOrDefault(service => service.ServiceType == typeof(IQuestionRewriter)) is not { } rewriter
            || rewriter.ImplementationType == typeof(LastQuestionRewriter))
        {
            services.Replace(ServiceDescriptor.Singleton<IQuestionRewriter, FollowUpRewriter>());
        }
    }
}
