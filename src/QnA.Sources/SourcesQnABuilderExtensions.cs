using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using QnA.Core.Registration;
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
public static class SourcesQnABuilderExtensions
{
    /// <summary>
    /// Adds <see cref="ArticleSourceFactory"/>, a reader for every kind of file, what fetches from the web and keeps sources fresh, and their
    /// options from the configuration section <c>Articles</c>, checked at start.
    /// </summary>
    /// <param name="builder">What <c>AddQnA</c> returned.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>A new kind of file is one more line here, or in the host: readers of both are used.</remarks>
    public static QnABuilder AddSources(this QnABuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddFiles();
        builder.Services.AddWeb();
        builder.Services.AddFreshness();
        builder.Services.TryAddSingleton<ArticleSourceFactory>();
        return builder;
    }

    private static void AddFiles(this IServiceCollection services)
    {
        services.AddSettings<ArticleFileOptions>(ArticleFileOptions.SectionName);
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<IArticleFileReader, TextFileReader>(),
            ServiceDescriptor.Singleton<IArticleFileReader, MarkdownFileReader>(),
            ServiceDescriptor.Singleton<IArticleFileReader, JsonLinesFileReader>(),
            ServiceDescriptor.Singleton<IArticleFileReader, PdfFileReader>(),
            ServiceDescriptor.Singleton<IArticleFileReader, DocxFileReader>(),
            ServiceDescriptor.Singleton<IArticleFileReader, HtmlFileReader>(),
            ServiceDescriptor.Singleton<IArticleFileReader, EpubFileReader>(),
        ]);
    }

    private static void AddWeb(this IServiceCollection services)
    {
        services.AddSettings<WebOptions>(WebOptions.SectionName).CheckedBy<WebOptions, WebOptionsValidator>()
            .PostConfigure<RelativePaths>((options, paths) => options.Path = paths.Resolve(options.Path));
        services.TryAddSingleton<WebFetcher>();
    }

    private static void AddFreshness(this IServiceCollection services)
    {
        services.AddSettings<FreshnessOptions>(FreshnessOptions.SectionName).CheckedBy<FreshnessOptions, FreshnessOptionsValidator>()
            .PostConfigure<RelativePaths>((options, paths) => options.StatePath = paths.Resolve(options.StatePath));
        services.TryAddSingleton<SourceStates>();
        services.TryAddSingleton<SourceRefresher>();
    }
}
