using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using QnA.Core.Articles;

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
        while (ids is not null && store.Read(ids.MoveNext))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (store.Read(() => Read(index, ids.Docs(live, null))) is { } article)
            {
                yield return article;
            }
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    private static Article? Read(IndexReader index, DocsEnum documents)
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

        return ArticleDocument.Read(index, last);
    }
}
