using System.ServiceModel.Syndication;
using System.Xml;
using QnA.Core.Articles;
using QnA.Sources.Files;
using QnA.Sources.Files.Limits;

namespace QnA.Sources.Web.Feeds;

/// <summary>Reads RSS 2.0 and Atom.</summary>
internal static class XmlFeed
{
    private const string ContentModule = "http://purl.org/rss/1.0/modules/content/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    /// <summary>Reads a feed.</summary>
    /// <exception cref="ArticleFormatException">It is none.</exception>
    public static IReadOnlyList<FeedItem> Parse(byte[] body, DocumentBudget budget)
    {
        var isRss = false;
        var feed = WebXml.Read(body, budget, reader =>
        {
            reader.MoveToContent();
            isRss = reader.LocalName == "rss";
            return isRss || reader.LocalName == "feed"
                ? SyndicationFeed.Load(reader)
                : throw new ArticleFormatException($"What is sent is no feed of RSS 2.0 or Atom: it begins with <{reader.LocalName}>.");
        });
        return [.. feed.Items.Select(item => Read(item, feed.Language, isRss))];
    }

    private static FeedItem Read(SyndicationItem item, string? language, bool isRss)
    {
        var link = item.Links.FirstOrDefault(link => link.RelationshipType is null or "alternate")?.GetAbsoluteUri();
        var full = Extension(item, "encoded", ContentModule);
        var content = item.Content as TextSyndicationContent ?? item.Summary;
        return new FeedItem
        {
            Id = item.Id ?? link?.AbsoluteUri ?? "",
            Title = ArticleFields.OneLine(item.Title?.Text),
            Url = link?.AbsoluteUri,
            Content = full ?? content?.Text ?? "",

            // RSS does not say what its descriptions are, and nearly all of them are HTML.
            IsHtml = full is not null || content is { Type: "html" or "xhtml" } || isRss,
            Published = Day(item),
            Language = ArticleFields.LanguageOrNone(language),
            Author = ArticleFields.OneLine(
                item.Authors.Select(author => author.Name ?? author.Email).FirstOrDefault() ?? Extension(item, "creator", DublinCore)),
            Tags = ArticleFields.Tags(item.Categories.Select(category => category.Label ?? category.Name)),
        };
    }

    private static PublicationDate? Day(SyndicationItem item)
    {
        try
        {
            var date = item.PublishDate != default ? item.PublishDate : item.LastUpdatedTime;
            return date == default ? null : PublicationDate.From(date);
        }
        catch (XmlException)
        {
            // A date that is none is taken as unknown.
            return null;
        }
    }

    private static string? Extension(SyndicationItem item, string name, string xmlNamespace)
    {
        try
        {
            return item.ElementExtensions.ReadElementExtensions<string>(name, xmlNamespace).FirstOrDefault();
        }
        catch (Exception e) when (e is XmlException or System.Runtime.Serialization.SerializationException)
        {
            return null;
        }
    }
}
