using Lucene.Net.Index;
using Lucene.Net.Util;
using QnA.Core.Embeddings;
using QnA.Lucene.Index;

namespace QnA.Lucene.Vectors;

/// <summary>Finds the articles that have a passage without a vector of a model.</summary>
internal static class MissingVectors
{
    /// <summary>Looks through a whole index.</summary>
    /// <param name="reader">The index.</param>
    /// <param name="mark">See <see cref="VectorCodec.MarkOf"/>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static List<ArticleWithoutVectors> Find(IndexReader reader, byte[] mark, CancellationToken cancellationToken)
    {
        var found = new List<ArticleWithoutVectors>();
        foreach (var leaf in reader.Leaves)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Find(leaf.AtomicReader, mark, found);
        }

        return found;
    }

    // A block is the passages of an article and then the article, so one walk tells which passages are whose.
    private static void Find(AtomicReader reader, byte[] mark, List<ArticleWithoutVectors> found)
    {
        var ids = reader.GetBinaryDocValues(IndexFields.Id);
        var vectors = reader.GetBinaryDocValues(IndexFields.Vector);
        var bytes = new BytesRef();
        var (passages, missing) = (0, 0);
        for (var document = 0; ids is not null && document < reader.MaxDoc; document++)
        {
            if (reader.LiveDocs?.Get(document) == false)
            {
                continue;
            }

            ids.Get(document, bytes);
            if (bytes.Length > 0)
            {
                if (missing > 0)
                {
                    found.Add(new ArticleWithoutVectors(bytes.Utf8ToString(), passages));
                }

                (passages, missing) = (0, 0);
                continue;
            }

            passages++;
            if (vectors is null)
            {
                missing++;
                continue;
            }

            vectors.Get(document, bytes);
            missing += VectorCodec.HasMark(bytes, mark) ? 0 : 1;
        }
    }
}
