using QnA.Core.Articles;

namespace QnA.Sources.Files.Markdown;

/// <summary>What the front matter of a Markdown file says about its article; what it does not say is <see langword="null"/>.</summary>
internal sealed record FrontMatter
{
    public string? Id { get; init; }

    public string? Title { get; init; }

    public string? Url { get; init; }

    public PublicationDate? Published { get; init; }

    public string? Language { get; init; }

    public string? Author { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];
}
