using QnA.Core.Articles;

namespace QnA.Sources.Web.Feeds;

/// <summary>What a feed says of one item.</summary>
internal sealed record FeedItem
{
    /// <summary>Gets what tells it apart from the others; empty where the feed does not say.</summary>
    public string Id { get; init; } = "";

    public string? Title { get; init; }

    public string? Url { get; init; }

    /// <summary>Gets the text; HTML where <see cref="IsHtml"/> says so.</summary>
    public string Content { get; init; } = "";

    public bool IsHtml { get; init; }

    public PublicationDate? Published { get; init; }

    public string? Language { get; init; }

    public string? Author { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];
}
