using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using QnA.Core.Articles;
using QnA.Core.Ingestion;

namespace QnA.Lucene.Index;

/// <summary>Reads the articles of an index one by one, in the order of their ids.</summary>
/// <remarks>The ids are terms, which Lucene keeps in order, so nothing but the article at hand is in memory.</remarks>
internal static class ArticlesInOrder
{
    /// <summary>Reads every article of the last commit.</summary>
    public static async IAsyncEnumerable<Article> ReadAsync(
        LuceneArticleStore store, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lease = store.Acquire();
        if (lease is null)
        {
            yield break;
        }

        var index = lease.Searcher.IndexReader;
        var live = MultiFields.GetLiveDocs(index);
        var ids = MultiFields.GetTerms(index, IndexFields.Article)?.GetEnumerator();
        while (ids is not null && IndexErrors.Explain("read", store.Path, ids.MoveNext))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (IndexErrors.Explain("read", store.Path, () => Read(index, ids.Docs(live, null), store.Path)) is { } article)
            {
                yield return article;
            }
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    private static Article? Read(IndexReader index, DocsEnum documents, string path)
    {
        // An article's document is the last of its block.
        var last = -1;
        for (var document = documents.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.NextDoc())
        {
            last = document;
        }

        if (last < 0)
        {
            return null;
        }

        var leaf = index.Leaves[ReaderUtil.SubIndex(last, index.Leaves)];
        var fingerprint = new BytesRef();
        leaf.AtomicReader.GetBinaryDocValues(IndexFields.Fingerprint).Get(last - leaf.DocBase, fingerprint);
        var article = ArticleCodec.Read(index.Document(last));
        return article.Fingerprint == Convert.ToHexStringLower(fingerprint.Bytes, fingerprint.Offset, fingerprint.Length)
            ? article
            : throw new ArticleStoreException($"The article '{article.Id}' in the index {path} is not what was ingested. Run qna index check.");
    }
}
