using Lucene.Net.Index;
using Lucene.Net.Search;
using QnA.Search.Index;

namespace QnA.Search.Retrieval;

/// <summary>Scores whole articles by BM25, but only those that are asked for.</summary>
internal static class ArticleScorer
{
    // As for passages; the length of an article says more about its breadth than that of a passage does.
    private const double K1 = 0.9;
    private const double B = 0.4;

    /// <summary>Scores articles.</summary>
    /// <param name="searcher">The index.</param>
    /// <param name="documents">The documents of articles, in any order, repeated or not.</param>
    /// <param name="states">Where the terms stand in the index.</param>
    /// <param name="terms">Terms and what each is worth.</param>
    /// <returns>The score of each document.</returns>
    public static Dictionary<int, double> Score(
        PassageSearcher searcher, IEnumerable<int> documents, TermStates states, IReadOnlyList<(string Term, double Weight)> terms)
    {
        var scores = documents.Distinct().ToDictionary(document => document, _ => 0.0);
        var ordered = scores.Keys.Order().ToArray();
        var similarity = (PassageSimilarity)searcher.Similarity;
        foreach (var leaf in searcher.IndexReader.Leaves)
        {
            var end = leaf.DocBase + leaf.Reader.MaxDoc;
            var inLeaf = ordered.Where(document => document >= leaf.DocBase && document < end).ToArray();
            if (inLeaf.Length > 0 && leaf.AtomicReader.GetNormValues(IndexFields.ArticleTerms) is { } norms)
            {
                foreach (var (term, weight) in terms)
                {
                    Add(states, leaf, inLeaf, term, weight, document => similarity.LengthOf((byte)norms.Get(document)) / searcher.AverageArticleTerms, scores);
                }
            }
        }

        return scores;
    }

    private static void Add(
        TermStates states, AtomicReaderContext leaf, int[] documents, string term, double weight, Func<int, double> relativeLength,
        Dictionary<int, double> scores)
    {
        if (states.Documents(leaf, IndexFields.ArticleTerms, term) is not { } found)
        {
            return;
        }

        var at = -1;
        foreach (var document in documents)
        {
            var local = document - leaf.DocBase;
            at = at < local ? found.Advance(local) : at;
            if (at == DocIdSetIterator.NO_MORE_DOCS)
            {
                return;
            }

            if (at == local)
            {
                double frequency = found.Freq;
                scores[document] += weight * frequency * (K1 + 1) / (frequency + (K1 * (1 - B + (B * relativeLength(local)))));
            }
        }
    }
}
