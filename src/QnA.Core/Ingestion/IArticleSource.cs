namespace QnA.Core.Ingestion;

/// <summary>Somewhere that articles come from: a folder, a file, a feed.</summary>
/// <remarks>One bad article never stops the others: it is given as a <see cref="FailedArticle"/> among them.</remarks>
public interface IArticleSource
{
    /// <summary>Gets what identifies the source, the same in every run: a full path, an address.</summary>
    string Name { get; }

    /// <summary>Gets whether what is not read any more has vanished.</summary>
    /// <value>The default is <see langword="true"/>; <see langword="false"/> for a feed that names its newest items only.</value>
    bool ListsAll => true;

    /// <summary>Measures how much there is to read, so that progress can tell the time left.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Bytes, 0 where it cannot be known. An estimate: nothing depends on it but progress.</returns>
    ValueTask<long> GetSizeAsync(CancellationToken cancellationToken);

    /// <summary>Reads every article.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Articles and failures in an order that is the same in every run.</returns>
    IAsyncEnumerable<SourceItem> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Tells whether an article at a location would come from this source, if it were still there.</summary>
    /// <param name="location">An <see cref="Articles.Article.Location"/>.</param>
    /// <returns><see langword="true"/> for what lies in the folder, is the file, comes from the feed; such an article, when not read, has vanished.</returns>
    bool Covers(string location);

    /// <summary>Tells whether nothing is left at a location, so that its article's id is free for another.</summary>
    /// <param name="location">An <see cref="Articles.Article.Location"/> that this source does not cover.</param>
    /// <returns><see langword="false"/> where the source cannot know.</returns>
    bool IsGone(string location);
}
