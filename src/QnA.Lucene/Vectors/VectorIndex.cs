using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using QnA.Lucene.Index;
using QnA.Lucene.Retrieval;

namespace QnA.Lucene.Vectors;

/// <summary>Finds the passages whose vectors are nearest to a question's, by comparing with every one: exact, with SIMD instructions.</summary>
/// <remarks>
/// Vectors are read into memory once for each segment and model. Safe for concurrent use.
/// </remarks>
internal sealed class VectorIndex(string model)
{
    private readonly byte[] _mark = VectorCodec.MarkOf(model);
    private readonly ConditionalWeakTable<object, SegmentVectors> _segments = [];

    /// <summary>Searches.</summary>
    /// <param name="searcher">The index.</param>
    /// <param name="question">The question's vector; its length is 1.</param>
    /// <param name="count">How many passages at most.</param>
    /// <param name="scope">The articles that are searched; <see langword="null"/> for all. What is usual is taken of all, whatever is searched.</param>
    public SimilarPassages Search(PassageSearcher searcher, ReadOnlySpan<float> question, int count, ArticleScope? scope = null)
    {
        var best = new PriorityQueue<int, float>(count + 1);
        double sum = 0;
        var compared = 0;
        foreach (var leaf in searcher.IndexReader.Leaves)
        {
            var reader = leaf.AtomicReader;
            var vectors = _segments.GetValue(reader.CoreCacheKey, _ => SegmentVectors.Load(reader, _mark));
            var live = reader.LiveDocs;
            var scoped = scope?.BitsOf(leaf);
            for (var i = 0; vectors.Dimensions == question.Length && i < vectors.Count; i++)
            {
                var document = vectors.DocumentOf(i);
                if (live?.Get(document) == false)
                {
                    continue;
                }

                var similarity = TensorPrimitives.Dot(vectors[i], question);
                sum += similarity;
                compared++;
                if (scoped?.Get(document) == false)
                {
                    continue;
                }

                if (best.Count < count)
                {
                    best.Enqueue(leaf.DocBase + document, similarity);
                }
                else if (best.TryPeek(out _, out var worst) && similarity > worst)
                {
                    best.EnqueueDequeue(leaf.DocBase + document, similarity);
                }
            }
        }

        var hits = best.UnorderedItems.Select(item => new VectorHit(item.Element, item.Priority))
            .OrderByDescending(hit => hit.Similarity).ThenBy(hit => hit.Document).ToList();
        return new SimilarPassages(hits, compared < 2 || hits.Count == 0 ? 0 : (sum - hits[0].Similarity) / (compared - 1));
    }
}
