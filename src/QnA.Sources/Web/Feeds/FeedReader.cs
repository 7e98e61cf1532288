using System.Globalization;
using System.Runtime.CompilerServices;
using QnA.Core.Articles;
using QnA.Core.Ingestion;
using QnA.Sources.Files;
using QnA.Sources.Files.Html;
using QnA.Sources.Files.Layout;
using QnA.Sources.Files.Limits;
using QnA.Sources.Web.Fetching;

namespace QnA.Sources.Web.Feeds;

/// <summary>Reads the items of a feed: RSS 2.0, Atom or JSON Feed.</summary>
internal sealed class FeedReader(WebOptions web, ArticleFileOptions options, DocumentWorkers workers) : IWebReader
{
    public WebSourceKind Kind => WebSourceKind.Feed;

    public bool Reads(WebDocument document) => JsonFeed.IsFeed(document.Body) || WebXml.Root(document.Body) is "rss" or "feed" or "RDF";

    public async IAsyncEnumerable<SourceItem> ReadAsync(
        WebSourceContext source, WebDocument document, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var items = await workers.RunAsync(
            options,
            budget => Read(source, WebXml.LooksLikeXml(document.Body) ? XmlFeed.Parse(document.Body, budget) : JsonFeed.Parse(document.Body), budget),
            cancellationToken).ConfigureAwait(false);
        foreach (var item in items)
        {
            yield return item;
        }
    }

    private List<SourceItem> Read(WebSourceContext source, IReadOnlyList<FeedItem> items, DocumentBudget budget)
    {
        if (items.Count == 0)
        {
            throw new ArticleFormatException("The feed has no items, so nothing was changed.");
        }

        if (items.Count > web.MaxPages)
        {
            throw new ArticleFormatException(string.Create(
                CultureInfo.InvariantCulture, $"The feed has more than {web.MaxPages:N0} items, so nothing was read. Raise {WebOptions.MaxPagesSetting} if that is right."));
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. items.Where(item => item.Id.Length == 0 || seen.Add(item.Id)).Select(item => Read(source, item, budget))];
    }

    private static SourceItem Read(WebSourceContext source, FeedItem item, DocumentBudget budget)
    {
        budget.Check();
        if (ArticleFields.OneLine(item.Id) is not { } id)
        {
            return source.Fail(source.LocationOf(item.Title ?? ""), "The item has neither an id nor a link, so it could not be known again.");
        }

        var text = item.Content;
        if (item.IsHtml)
        {
            var written = new DocumentText();
            var page = HtmlPages.Parse(item.Content, budget);
            new HtmlTextWriter(written).Write(page.Body ?? (AngleSharp.Dom.INode)page);
            text = written.ToString();
        }

        return string.IsNullOrWhiteSpace(text)
            ? source.Fail(source.LocationOf(id), "The item has no text.")
            : new ReadArticle(
                new Article(source.IdOf(id), text)
                {
                    Title = item.Title ?? Headline(text),
                    Url = item.Url,
                    Published = item.Published,
                    Language = item.Language,
                    Author = item.Author,
                    Source = source.Name,
                    Location = source.LocationOf(id),
                    Tags = [.. source.Tags.Concat(item.Tags).Distinct(StringComparer.Ordinal)],
                },
                Line: null,
                Bytes: 0);
    }

    private static string Headline(string text)
    {
        var line = ArticleFields.OneLine(text.Trim().Split('\n')[0]) ?? "";
        return line.Length <= 80 ? line : $"{line[..80]}…";
    }
}
