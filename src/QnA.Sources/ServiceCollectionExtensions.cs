using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using QnA.Sources.Files;
using QnA.Sources.Files.Docx;
using QnA.Sources.Files.Epub;
using QnA.Sources.Files.Html;
using QnA.Sources.Files.JsonLines;
using QnA.Sources.Files.Markdown;
using QnA.Sources.Files.Pdf;
using QnA.Sources.Files.Text;
using QnA.Sources.Freshness;
using QnA.Sources.Web.Fetching;

namespace QnA.Sources;

/// <summary>Registers what reads articles.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="ArticleSourceFactory"/>, a reader for every kind of file, what fetches from the web, and their options from the
    /// configuration section <c>Articles</c>, checked at start.
    /// </summary>
    /// <remarks>A new kind of file is one more line here, or in the host: readers of both are used.</remarks>
    public static IServiceCollection AddQnASources(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<ArticleFileOptions>()
            .BindConfiguration(ArticleFileOptions.SectionName)
            .ValidateDataAnnotations()
            .ValidateOnStart();

        services.AddOptions<WebOptions>().BindConfiguration(WebOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebOptions>, WebOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<WebFetcher>();

        services.AddSingleton<IArticleFileReader, TextFileReader>();
        services.AddSingleton<IArticleFileReader, MarkdownFileReader>();
        services.AddSingleton<IArticleFileReader, JsonLinesFileReader>();
        services.AddSingleton<IArticleFileReader, PdfFileReader>();
        services.AddSingleton<IArticleFileReader, DocxFileReader>();
        services.AddSingleton<IArticleFileReader, HtmlFileReader>();
        services.AddSingleton<IArticleFileReader, EpubFileReader>();
        return services.AddSingleton<ArticleSourceFactory>();
    }

    /// <summary>
    /// Adds <see cref="SourceRefresher"/>, which needs an <see cref="Core.Ingestion.ArticleIngester"/>, and <see cref="FreshnessOptions"/> from
    /// the configuration section <c>Articles</c>, checked at start.
    /// </summary>
    public static IServiceCollection AddSourceFreshness(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<FreshnessOptions>().BindConfiguration(FreshnessOptions.SectionName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<FreshnessOptions>, FreshnessOptionsValidator>();
        services.AddSingleton<SourceStates>();
        services.AddSingleton<SourceRefresher>();
        return services;
    }
}
