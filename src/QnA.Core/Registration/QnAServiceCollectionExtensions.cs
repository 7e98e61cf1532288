using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using QnA.Core.Access;
using QnA.Core.Answers;
using QnA.Core.Conversations;
using QnA.Core.Ingestion;
using QnA.Core.Questions;
using QnA.Core.Receipts;
using QnA.Core.Retrieval;
using QnA.Core.Telemetry;
using QnA.Core.Usage;
using QnA.Core.Verification;

namespace QnA.Core.Registration;

/// <summary>Registers the core of QnA.</summary>
public static class QnAServiceCollectionExtensions
{
    /// <summary>Adds the pipeline, verification and ingestion; store, search, answerer and sources are added to the builder.</summary>
    /// <param name="services">The services; they must have a configuration and logging.</param>
    /// <returns>What the other parts are added to.</returns>
    public static QnABuilder AddQnA(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSettings<AnswerOptions>(AnswerOptions.Section);
        services.AddSettings<LanguageOptions>(LanguageOptions.Section).CheckedBy<LanguageOptions, LanguageOptionsValidator>();
        services.AddSettings<AccessOptions>(AccessOptions.Section).CheckedBy<AccessOptions, AccessOptionsValidator>();
        services.TryAddSingleton<IGroupMembership, NoGroupMembership>();
        services.TryAddSingleton<IArticleAccess, TagAccess>();
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => new RelativePaths(Directory.GetCurrentDirectory()));
        services.TryAddSingleton<QnATelemetry>();
        services.TryAddSingleton<UsageMeter>();
        services.TryAddSingleton<ClaimVerifier>();
        services.TryAddSingleton<QuestionPipeline>();
        services.TryAddSingleton<ArticleIngester>();
        services.TryAddSingleton<ReceiptVerifier>();
        services.TryAddSingleton<RememberedArticles>();
        return new QnABuilder(services)
            .ProvideDefault<IQuestionRewriter, LastQuestionRewriter>()
            .Compose<IQuestionRewriter>()
            .Compose<IPassageSearch>()
            .Compose<IAnswerer>();
    }
}
