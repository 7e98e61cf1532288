using Lucene.Net.Index;
using Lucene.Net.Search;
using QnA.Core.Ingestion;

namespace QnA.Search.Index;

/// <summary>A view of the index that stays as it is until it is given back.</summary>
internal sealed class SearcherLease : IDisposable
{
    private readonly SearcherManager _manager;

    public SearcherLease(SearcherManager manager)
    {
        _manager = manager;
        Searcher = (PassageSearcher)manager.Acquire();
    }

    /// <summary>Gets the view.</summary>
    public PassageSearcher Searcher { get; }

    /// <summary>Gets how much it holds.</summary>
    public ArticleStoreStatistics Statistics => Searcher.Statistics;

    /// <inheritdoc/>
    public void Dispose() => _manager.Release(Searcher);
}

/// <summary>A view of the index with what every question needs of it, computed once for each commit.</summary>
internal sealed class PassageSearcher : IndexSearcher
{
    public PassageSearcher(IndexReader reader)
        : base(reader)
    {
        Similarity = new PassageSimilarity();
        // Every article is one document with a fingerprint; the others are passages.
        var articles = 0;
        foreach (var leaf in reader.Leaves)
        {
            articles += CountArticles(leaf.AtomicReader);
        }

        Statistics = new ArticleStoreStatistics(articles, reader.NumDocs - articles);
    }

    /// <summary>Gets how much the view holds.</summary>
    public ArticleStoreStatistics Statistics { get; }

    private static int CountArticles(AtomicReader reader)
    {
        var live = reader.LiveDocs;
        var withId = reader.GetDocsWithField(IndexFields.Id);
        var count = 0;
        for (var document = 0; document < reader.MaxDoc; document++)
        {
            count += withId?.Get(document) == true && live?.Get(document) != false ? 1 : 0;
        }

        return count;
    }
}

/// <summary>Makes a <see cref="PassageSearcher"/> of each commit.</summary>
internal sealed class PassageSearcherFactory : SearcherFactory
{
    /// <inheritdoc/>
    public override IndexSearcher NewSearcher(IndexReader reader) => new PassageSearcher(reader);
}
