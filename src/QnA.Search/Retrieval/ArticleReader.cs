using Lucene.Net.Index;
using Lucene.Net.Util;
using QnA.Search.Analysis;
using QnA.Search.Index;
using QnA.Search.Ranking;

namespace QnA.Search.Retrieval;

/// <summary>Reads the articles that passages were found of.</summary>
internal static class ArticleReader
{
    /// <summary>Reads articles.</summary>
    /// <param name="searcher">The index.</param>
    /// <param name="languages">Know how the articles' terms were made.</param>
    /// <param name="terms">The question's terms.</param>
    /// <param name="places">Where the passages stand.</param>
    /// <param name="scores">How well each article matches, by its document.</param>
    /// <returns>Each article once, by its document.</returns>
    public static Dictionary<int, FoundArticle> Read(
        PassageSearcher searcher, Languages languages, QuestionTerms terms, IEnumerable<PassagePlace> places, IReadOnlyDictionary<int, double> scores)
    {
        var articles = new Dictionary<int, FoundArticle>();
        var inOrder = places.DistinctBy(place => place.ArticleDocument).OrderBy(place => place.ArticleDocument);
        foreach (var ofLeaf in inOrder.GroupBy(place => searcher.LeafOf(place.ArticleDocument)))
        {
            var leaf = ofLeaf.Key;
            PassagePlace[] found = [.. ofLeaf];
            var counts = CountPassages(terms, leaf, found);
            var language = leaf.AtomicReader.GetSortedDocValues(IndexFields.Language);
            var bytes = new BytesRef();
            for (var i = 0; i < found.Length; i++)
            {
                var document = found[i].ArticleDocument;
                language.Get(document - leaf.DocBase, bytes);
                articles.Add(document, new FoundArticle(
                    ArticleCodec.Read(leaf.AtomicReader.Document(document - leaf.DocBase)),
                    languages.Get(bytes.Utf8ToString()),
                    scores[document],
                    found[i].Passages,
                    counts[i]) { Document = document });
            }
        }

        return articles;
    }

    // For each article, how many of its passages have each term. The articles are in the order of the index, so each term's passages are read once.
    private static int[][] CountPassages(QuestionTerms terms, AtomicReaderContext leaf, PassagePlace[] articles)
    {
        int[][] counts = [.. articles.Select(_ => new int[terms.Terms.Count])];
        for (var t = 0; t < terms.Terms.Count; t++)
        {
            foreach (var variant in terms.Terms[t].Variants)
            {
                if (terms.States.Rent(leaf, IndexFields.Text, variant) is { } documents)
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

                    terms.States.Return(leaf, documents);
                }
            }
        }

        return counts;
    }
}
