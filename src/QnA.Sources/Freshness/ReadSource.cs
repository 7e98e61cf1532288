using System.Runtime.CompilerServices;
using QnA.Core.Ingestion;

namespace QnA.Sources.Freshness;

/// <summary>A source that was read already, so that the index is held for writing only as long as writing takes.</summary>
internal sealed class ReadSource : IArticleSource
{
    /// <summary>As much text as one source may bring at once, in UTF-16 code units: about 500 MB.</summary>
    private const long MaxText = 250_000_000;

    private readonly IArticleSource _source;
    private readonly IReadOnlyList<SourceItem> _items;

    private ReadSource(IArticleSource source, IReadOnlyList<SourceItem> items)
    {
        _source = source;
        _items = items;
    }

    public string Name => _source.Name;

    public bool ListsAll => _source.ListsAll;

    /// <summary>Gets why the source could not be read as a whole; <see langword="null"/> where it could.</summary>
    public string? Problem => _items.OfType<FailedArticle>().FirstOrDefault(item => item.Failure.Location is null)?.Failure.Reason;

    /// <summary>Gets when the source may be asked again, where its server said so.</summary>
    public DateTimeOffset? RetryAt => _items.OfType<FailedArticle>().Max(item => item.RetryAt);

    /// <summary>Gets whether nothing was asked, since the source's server had asked before to be left alone.</summary>
    public bool IsWaiting => _items is [FailedArticle { IsWaiting: true }];

    /// <summary>Reads a source.</summary>
    public static async Task<ReadSource> ReadAsync(IArticleSource source, CancellationToken cancellationToken)
    {
        List<SourceItem> items = [];
        long text = 0;
        await foreach (var item in source.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            text += item is ReadArticle { Article: var article } ? article.Text.Length : 0;
            if (text > MaxText)
            {
                items.Add(new FailedArticle(new ArticleFailure(source.Name, Location: null, Line: null, "It has more text than one source may bring. Split it."), Bytes: 0));
                break;
            }

            items.Add(item);
        }

        return new ReadSource(source, items);
    }

    public ValueTask<long> GetSizeAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(0L);
    }

    public async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var item in _items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    public bool Covers(string location) => _source.Covers(location);

    public bool IsGone(string location) => _source.IsGone(location);
}
