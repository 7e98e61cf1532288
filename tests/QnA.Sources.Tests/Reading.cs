using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using QnA.Core.Articles;
using QnA.Core.Ingestion;
using QnA.Core.Registration;
using QnA.Sources.Files;

namespace QnA.Sources.Tests;

/// <summary>Reads sources as the product does.</summary>
internal static class Reading
{
    public static ArticleSourceFactory Factory(ArticleFileOptions? options = null) =>
        new(Readers(), Options.Create(options ?? new ArticleFileOptions()));

    public static IEnumerable<IArticleFileReader> Readers()
    {
        using var services = new ServiceCollection().AddQnA().AddSources().Services.BuildServiceProvider();
        return services.GetServices<IArticleFileReader>();
    }

    public static IArticleSource Source(string path, ArticleFileOptions? options = null) => Factory(options).Create(path);

    public static async Task<IReadOnlyList<SourceItem>> ReadAllAsync(this IArticleSource source)
    {
        var items = new List<SourceItem>();
        await foreach (var item in source.ReadAsync(TestContext.Current.CancellationToken))
        {
            items.Add(item);
        }

        return items;
    }

    public static async Task<Article> ReadOneAsync(string path, ArticleFileOptions? options = null) =>
        Assert.IsType<ReadArticle>(Assert.Single(await Source(path, options).ReadAllAsync())).Article;

    public static async Task<ArticleFailure> FailOneAsync(string path, ArticleFileOptions? options = null) =>
        Assert.IsType<FailedArticle>(Assert.Single(await Source(path, options).ReadAllAsync())).Failure;

    public static IEnumerable<Article> Articles(this IEnumerable<SourceItem> items) => items.OfType<ReadArticle>().Select(item => item.Article);

    public static IEnumerable<ArticleFailure> Failures(this IEnumerable<SourceItem> items) => items.OfType<FailedArticle>().Select(item => item.Failure);
}
