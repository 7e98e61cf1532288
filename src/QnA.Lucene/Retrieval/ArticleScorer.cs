using Lucene.Net.Index;
using Lucene.Net.Search;
using QnA.Lucene.Index;

namespace QnA.Lucene.Retrieval;

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
        int[] ordered = [.. documents.Distinct().Order()];
        var scores = new double[ordered.Length];
        var start = 0;
        foreach (var leaf in searcher.IndexReader.Leaves)
        {
            var end = start;
            while (end < ordered.Length && ordered[end] < leaf.DocBase + leaf.Reader.MaxDoc)
            {
                end++;
            }

            if (end > start && leaf.AtomicReader.GetNormValues(IndexFields.ArticleTerms) is { } norms)
            {
                Score(states, leaf, ordered.AsSpan(start..end), terms, RelativeLengths(searcher, leaf, norms, ordered.AsSpan(start..end)), scores.AsSpan(start..end));
            }

            start = end;
        }

        return ordered.Zip(scores).ToDictionary(score => score.First, score => score.Second);
    }

    private static double[] RelativeLengths(PassageSearcher searcher, AtomicReaderContext leaf, NumericDocValues norms, ReadOnlySpan<int> documents)
    {
        var similarity = (PassageSimilarity)searcher.Similarity;
        var lengths = new double[documents.Length];
        for (var i = 0; i < lengths.Length; i++)
        {
            lengths[i] = similarity.LengthOf((byte)norms.Get(documents[i] - leaf.DocBase)) / searcher.AverageArticleTerms;
        }

        return lengths;
    }

    private static void Score(
        TermStates states, AtomicReaderContext leaf, ReadOnlySpan<int> documents, IReadOnlyList<(string Term, double Weight)> terms,
        ReadOnlySpan<double> lengths, Span<double> scores)
    {
        foreach (var (term, weight) in terms)
        {
            if (states.Rent(leaf, IndexFields.ArticleTerms, term) is { } found)
            {
                Add(found, leaf.DocBase, documents, weight, lengths, scores);
                states.Return(leaf, found);
            }
        }
    }

    private static void Add(
        DocsEnum found, int first, ReadOnlySpan<int> documents, double weight, ReadOnlySpan<double> lengths, Span<double> scores)
    {
        var at = -1;
        for (var i = 0; i < documents.Length; i++)
        {
            var document = documents[i] - first;
            at = at < document ? found.Advance(document) : at;
            if (at == DocIdSetIterator.NO_MORE_DOCS)
            {
                return;
            }

            if (at == document)
            {
                double frequency = found.Freq;
                scores[i] += weight * frequency * (K1 + 1) / (frequency + (K1 * (1 - B + (B * lengths[i]))));
            }
        }
    }
}
