using System.Text.Json;
using QnA.Sources.Files;
using QnA.Sources.Files.Html;

namespace QnA.Sources.Web.Feeds;

/// <summary>Reads JSON Feed 1.1 (jsonfeed.org).</summary>
internal static class JsonFeed
{
    private const string Version = "https://jsonfeed.org/version/";

    /// <summary>Tells whether a document is a JSON feed, without parsing all of it.</summary>
    public static bool IsFeed(byte[] body) =>
        body.AsSpan().TrimStart(" \t\r\n\uFEFF"u8) is [(byte)'{', ..] && (body.AsSpan().IndexOf("jsonfeed.org/version"u8) >= 0 || body.AsSpan().IndexOf(@"jsonfeed.org\/version"u8) >= 0);

    /// <summary>Reads a feed.</summary>
    /// <exception cref="ArticleFormatException">It is none.</exception>
    public static IReadOnlyList<FeedItem> Parse(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 64 });
            var feed = json.RootElement;
            if (feed.ValueKind != JsonValueKind.Object
                || Text(feed, "version")?.StartsWith(Version, StringComparison.Ordinal) != true
                || !feed.TryGetProperty("items", out var items)
                || items.ValueKind != JsonValueKind.Array)
            {
                throw new ArticleFormatException("What is sent is no JSON Feed.");
            }

            var language = Text(feed, "language");
            return [.. items.EnumerateArray().Select(item => Read(item, language))];
        }
        catch (JsonException e)
        {
            throw new ArticleFormatException($"What is sent is no whole JSON document: {e.Message}", e);
        }
    }

    private static FeedItem Read(JsonElement item, string? language)
    {
        var (html, text) = (Text(item, "content_html"), Text(item, "content_text"));
        return new FeedItem
        {
            Id = Text(item, "id") ?? Text(item, "url") ?? "",
            Title = ArticleFields.OneLine(Text(item, "title")),
            Url = Text(item, "url"),
            Content = html ?? text ?? Text(item, "summary") ?? "",
            IsHtml = html is not null,
            Published = HtmlMetadata.Date(Text(item, "date_published")),
            Language = ArticleFields.LanguageOrNone(Text(item, "language") ?? language),
            Author = ArticleFields.OneLine(List(item, "authors").Select(author => Text(author, "name")).FirstOrDefault()),
            Tags = ArticleFields.Tags(List(item, "tags").Select(tag => tag.ValueKind == JsonValueKind.String ? tag.GetString() : null)),
        };
    }

    private static IEnumerable<JsonElement> List(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    // An id may be a number (version 1.1, "id").
    private static string? Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            }
            : null;
}
