using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using QnA.Core.Articles;
using LuceneTerm = Lucene.Net.Index.Term;

namespace QnA.Lucene.Index;

/// <summary>Reads the article of a document, and refuses one that is not what was ingested: nothing that a damaged disk made up may be quoted.</summary>
internal static class ArticleDocument
{
    /// <summary>Reads an article.</summary>
    /// <param name="reader">The segment.</param>
    /// <param name="document">The article's own document in it.</param>
    /// <exception cref="DamagedArticleException">Its fingerprint is not that of the article that was ingested, or it cannot be read at all.</exception>
    public static Article Read(AtomicReader reader, int document)
    {
        Article article;
        try
        {
            article = ArticleCodec.Read(reader.Document(document));
        }
        catch (Exception exception) when (exception is not OperationCanceledException and not OutOfMemoryException)
        {
            // Stored fields are read as they were written or they are damaged; how that shows is not foreseeable.
            throw new DamagedArticleException($"an article cannot be read ({exception.Message.TrimEnd('.')})", exception);
        }

        var fingerprint = new BytesRef();
        reader.GetBinaryDocValues(IndexFields.Fingerprint)?.Get(document, fingerprint);
        return article.Fingerprint == Convert.ToHexStringLower(fingerprint.Bytes, fingerprint.Offset, fingerprint.Length)
            ? article
            : throw new DamagedArticleException($"the article '{article.Id}' is not what was ingested");
    }

    /// <summary>Reads an article.</summary>
    /// <param name="index">The index.</param>
    /// <param name="document">The article's own document in it.</param>
    /// <exception cref="DamagedArticleException">It is damaged.</exception>
    public static Article Read(IndexReader index, int document)
    {
        var leaf = index.Leaves[ReaderUtil.SubIndex(document, index.Leaves)];
        return Read(leaf.AtomicReader, document - leaf.DocBase);
    }

    /// <summary>Finds an article in a view of the index.</summary>
    public static Article? Find(IndexReader index, string articleId)
    {
        foreach (var leaf in index.Leaves)
        {
            var reader = leaf.AtomicReader;
            var ids = reader.GetBinaryDocValues(IndexFields.Id);
            var documents = reader.GetTermDocsEnum(new LuceneTerm(IndexFields.Article, articleId));
            if (ids is null || documents is null)
            {
                continue;
            }

            int document;
            var bytes = new BytesRef();
            while ((document = documents.NextDoc()) != DocIdSetIterator.NO_MORE_DOCS)
            {
                ids.Get(document, bytes);
                if (bytes.Length > 0 && reader.LiveDocs?.Get(document) != false)
                {
                    return Read(reader, document);
                }
            }
        }

        return null;
    }
}

/// <summary>An article of the index is damaged. The message says which, without a full stop.</summary>
internal sealed class DamagedArticleException(string message, Exception? innerException = null) : IOException(message, innerException);
