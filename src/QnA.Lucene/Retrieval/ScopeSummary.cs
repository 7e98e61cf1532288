using Lucene.Net.Index;
using Lucene.Net.Util;
using QnA.Core.Ingestion;
using QnA.Lucene.Index;

namespace QnA.Lucene.Retrieval;

/// <summary>What the articles of a scope are, in a view of the index.</summary>
/// <param name="Statistics">How many they are.</param>
/// <param name="Overview">Their languages and the latest date.</param>
internal sealed record ScopeSummary(ArticleStoreStatistics Statistics, ArticleStoreOverview Overview)
{
    /// <summary>Walks through the articles.</summary>
    public static ScopeSummary Of(PassageSearcher searcher, ArticleScope scope)
    {
        var (articles, documents, newest) = (0, 0, "");
        var languages = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var leaf in searcher.IndexReader.Leaves)
        {
            var (reader, bits) = (leaf.AtomicReader, scope.BitsOf(leaf));
            var (live, isArticle) = (reader.LiveDocs, reader.GetDocsWithField(IndexFields.Id));
            var (language, published) = (reader.GetSortedDocValues(IndexFields.Language), reader.GetSortedDocValues(IndexFields.Published));
            var spoken = new HashSet<int>();
            var latest = -1;
            for (var document = 0; document < bits.Length; document++)
            {
                if (!bits.Get(document) || live?.Get(document) == false)
                {
                    continue;
                }

                documents++;
                if (isArticle?.Get(document) == true)
                {
                    articles++;
                    spoken.Add(language?.GetOrd(document) ?? -1);
                    latest = Math.Max(latest, published?.GetOrd(document) ?? -1);
                }
            }

            languages.UnionWith(spoken.Where(ordinal => ordinal >= 0).Select(ordinal => ValueOf(language!, ordinal)));
            var date = latest < 0 ? "" : ValueOf(published!, latest);
            newest = string.CompareOrdinal(date, newest) > 0 ? date : newest;
        }

        return new ScopeSummary(
            new ArticleStoreStatistics(articles, documents - articles),
            new ArticleStoreOverview(newest.Length == 0 ? null : PublishedKey.Read(newest), [.. languages]));
    }

    private static string ValueOf(SortedDocValues values, int ordinal)
    {
        var bytes = new BytesRef();
        values.LookupOrd(ordinal, bytes);
        return bytes.Utf8ToString();
    }
}
