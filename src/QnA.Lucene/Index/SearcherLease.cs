using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using QnA.Core.Articles;
using QnA.Core.Ingestion;

namespace QnA.Lucene.Index;

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
    private readonly Lazy<PublicationDate?> _newest;
    private readonly ConcurrentBag<SegmentTerms[]> _segments = [];

    public PassageSearcher(IndexReader reader)
        : base(reader)
    {
        Similarity = new PassageSimilarity();
        TextStatistics = CollectionStatistics(IndexFields.Text);
        TitleStatistics = CollectionStatistics(IndexFields.Title);
        // Every article is one document with a fingerprint; the others are passages.
        var articles = 0;
        var languages = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var leaf in reader.Leaves)
        {
            articles += CountArticles(leaf.AtomicReader);
            AddLanguages(leaf.AtomicReader, languages);
        }

        Languages = [.. languages];
        AverageArticleTerms = (double)Math.Max(1, CollectionStatistics(IndexFields.ArticleTerms).SumTotalTermFreq) / Math.Max(1, articles);
        Statistics = new ArticleStoreStatistics(articles, reader.NumDocs - articles);
        _newest = new Lazy<PublicationDate?>(() => NewestOf(reader));
    }

    /// <summary>Gets how much the view holds.</summary>
    public ArticleStoreStatistics Statistics { get; }

    /// <summary>Gets the latest date of an article; found when it is first asked for.</summary>
    public PublicationDate? Newest => _newest.Value;

    /// <summary>Gets the languages of the articles, in the order of their codes.</summary>
    public IReadOnlyList<string> Languages { get; }

    /// <summary>Gets how many terms an article has on average.</summary>
    public double AverageArticleTerms { get; }

    /// <summary>Gets how many terms the texts of passages have.</summary>
    public CollectionStatistics TextStatistics { get; }

    /// <summary>Gets how many terms the titles of passages have.</summary>
    public CollectionStatistics TitleStatistics { get; }

    /// <summary>Lends cursors over the terms of all segments, in their order; to be given back by <see cref="ReturnSegments"/>.</summary>
    public SegmentTerms[] RentSegments() =>
        _segments.TryTake(out var segments) ? segments : [.. IndexReader.Leaves.Select(leaf => new SegmentTerms(leaf))];

    /// <summary>Takes cursors back.</summary>
    public void ReturnSegments(SegmentTerms[] segments) => _segments.Add(segments);

    /// <summary>Returns the segment of a document.</summary>
    public AtomicReaderContext LeafOf(int document)
    {
        var leaves = IndexReader.Leaves;
        return leaves[ReaderUtil.SubIndex(document, leaves)];
    }

    private static void AddLanguages(AtomicReader reader, SortedSet<string> languages)
    {
        if (reader.GetSortedDocValues(IndexFields.Language) is not { } values)
        {
            return;
        }

        var bytes = new BytesRef();
        for (var ordinal = 0; ordinal < values.ValueCount; ordinal++)
        {
            values.LookupOrd(ordinal, bytes);
            languages.Add(bytes.Utf8ToString());
        }
    }

    private static PublicationDate? NewestOf(IndexReader reader)
    {
        var newest = "";
        var bytes = new BytesRef();
        foreach (var leaf in reader.Leaves)
        {
            var segment = leaf.AtomicReader;
            if (segment.GetSortedDocValues(IndexFields.Published) is not { } values)
            {
                continue;
            }

            // Ordinals follow the order of the values, so only the highest that is still there is read.
            var highest = -1;
            for (var document = 0; document < segment.MaxDoc; document++)
            {
                highest = segment.LiveDocs?.Get(document) == false ? highest : Math.Max(highest, values.GetOrd(document));
            }

            if (highest >= 0)
            {
                values.LookupOrd(highest, bytes);
                newest = string.CompareOrdinal(bytes.Utf8ToString(), newest) > 0 ? bytes.Utf8ToString() : newest;
            }
        }

        return newest.Length == 0 ? null : PublishedKey.Read(newest);
    }

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
