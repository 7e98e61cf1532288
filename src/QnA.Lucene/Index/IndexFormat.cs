using QnA.Answering.Analysis;
using QnA.Core.Ingestion;

namespace QnA.Lucene.Index;

/// <summary>The mark that each commit carries, so that an index made by another version is refused rather than misread.</summary>
internal static class IndexFormat
{
    private const string Key = "qna.format";
    private const string Current = IndexFields.Version + "/" + LanguageAnalyses.Version;

    /// <summary>Gets the mark of this version.</summary>
    public static IDictionary<string, string> UserData => new Dictionary<string, string>(StringComparer.Ordinal) { [Key] = Current };

    /// <summary>Checks the mark of a commit.</summary>
    /// <exception cref="ArticleStoreException">The index was made by another version.</exception>
    public static void Check(IDictionary<string, string> userData, string path)
    {
        if (!userData.TryGetValue(Key, out var format) || format != Current)
        {
            throw new ArticleStoreException(
                $"The index {path} was made by another version of QnA (format {format ?? "unknown"}, this version reads {Current}). " +
                "Delete the directory and ingest the articles again.");
        }
    }
}
