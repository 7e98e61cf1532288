using System.Globalization;
using QnA.Core.Articles;

namespace QnA.Core.Ingestion;

/// <summary>What reading a source gives: an article or a failure.</summary>
/// <param name="Bytes">How much of <see cref="IArticleSource.GetSizeAsync"/> the item used up.</param>
public abstract record SourceItem(long Bytes);

/// <summary>An article that was read.</summary>
/// <param name="Article">The article.</param>
/// <param name="Line">The line of its file that it starts on, from 1, where a file holds several articles.</param>
/// <param name="Bytes">How much of the source the article used up.</param>
public sealed record ReadArticle(Article Article, int? Line, long Bytes) : SourceItem(Bytes);

/// <summary>An article, or a whole source, that could not be read.</summary>
/// <param name="Failure">What went wrong and where.</param>
/// <param name="Bytes">How much of the source the failure used up.</param>
public sealed record FailedArticle(ArticleFailure Failure, long Bytes) : SourceItem(Bytes)
{
    /// <summary>Gets whether it is certain that nothing is there any more, so that what was read there before is removed.</summary>
    /// <value>The default is <see langword="false"/>: what cannot be read today is kept.</value>
    public bool IsGone { get; init; }

    /// <summary>Gets when the source may be asked again, where its server said so; a source is not asked before.</summary>
    /// <value>The default is <see langword="null"/>: the server said nothing.</value>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Gets whether nothing was asked at all, since the server had asked before to be left alone until <see cref="RetryAt"/>.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool IsWaiting { get; init; }
}

/// <summary>What went wrong with one article or one source.</summary>
/// <param name="Source">The name of the source.</param>
/// <param name="Location">The file or address; <see langword="null"/> where the source as a whole could not be read.</param>
/// <param name="Line">The line, from 1; <see langword="null"/> where it does not matter.</param>
/// <param name="Reason">What was wrong and what to do, for people.</param>
public sealed record ArticleFailure(string Source, string? Location, int? Line, string Reason)
{
    /// <summary>Returns <c>file:line: reason</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Location ?? Source}{(Line is { } line ? $":{line}" : "")}: {Reason}");
}
