using Lucene.Net.Index;
using Lucene.Net.Util;
using QnA.Answering.Analysis;
using QnA.Answering.Retrieval;
using QnA.Lucene.Index;

namespace QnA.Lucene.Retrieval;

/// <summary>Reads the articles that passages were found of.</summary>
internal static class ArticleReader
{
    /// <summary>Reads articles.</summary>
    /// <param name="searcher">The index.</param>
    /// <param name="analyses">Know how the articles' terms were made.</param>
    /// <param name="states">Where terms stand in it.</param>
    /// <param name="terms">The words of the query.</param>
    /// <param name="places">Where the passages stand.</param>
    /// <param name="scores">How well each article matches, by its document.</param>
    /// <returns>Each article once, by its document.</returns>
    public static Dictionary<int, CandidateArticle> Read(
        PassageSearcher searcher, LanguageAnalyses analyses, TermStates states, IReadOnlyList<QueryTerm> terms, IEnumerable<PassagePlace> places,
        IReadOnlyDictionary<int, double> scores)
    {
        var articles = new Dictionary<int, CandidateArticle>();
        var inOrder = places.DistinctBy(place => place.ArticleDocument).OrderBy(place => place.ArticleDocument);
        foreach (var ofLeaf in inOrder.GroupBy(place => searcher.LeafOf(place.ArticleDocument)))
        {
            var leaf = ofLeaf.Key;
            PassagePlace[] found = [.. ofLeaf];
            var counts = CountPassages(states, terms, leaf, found);
            var language = leaf.AtomicReader.GetSortedDocValues(IndexFields.Language);
            var bytes = new BytesRef();
            for (var i = 0; i < found.Length; i++)
            {
                var document = found[i].ArticleDocument;
                language.Get(document - leaf.DocBase, bytes);
                articles.Add(document, new CandidateArticle(
                    ArticleDocument.Read(leaf.AtomicReader, document - leaf.DocBase),
                    analyses.Get(bytes.Utf8ToString()),
                    scores[document],
                    found[i].Passages,
                    counts[i]) { Number = document });
            }
        }

        return articles;
    }

    // For each article, how many of its passages have each term. The articles are in the order of the index, so each term's passages are read once.
    private static int[][] CountPassages(TermStates states, IReadOnlyList<QueryTerm> terms, AtomicReaderContext leaf, PassagePlace[] articles)
    {
        int[][] counts = [.. articles.Select(_ => new int[terms.Count])];
        for (var t = 0; t < terms.Count; t++)
        {
            foreach (var variant in terms[t].Variants)
            {
                if (states.Rent(leaf, IndexFields.Text, variant) is { } documents)
                {
                    var at = -1;
                    for (var i = 0; i < articles.Length; i++)
                    {
                        var end = articles[i].ArticleDocument - leaf.DocBase;
                        var first = end - articles[i].Passages;
                        at = at < first ? documents.Advance(first) : at;
                        for (; at < end; at = documents.NextDoc())
                        {
                            counts[i][t]++;
                        }
                    }

                    states.Return(leaf, documents);
                }
            }
        }

        return counts;
    }
}
