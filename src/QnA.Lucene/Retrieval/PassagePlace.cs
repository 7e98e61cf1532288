using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
using QnA.Lucene.Index;

namespace QnA.Lucene.Retrieval;

/// <summary>Where a passage stands in the index.</summary>
/// <param name="ArticleDocument">The document of its article.</param>
/// <param name="Ordinal">How many passages of the article come before.</param>
/// <param name="Passages">How many passages the article has.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PassagePlace(int ArticleDocument, int Ordinal, int Passages)
{
    /// <summary>Reads where passages stand.</summary>
    /// <param name="searcher">The index.</param>
    /// <param name="documents">Their documents, each once.</param>
    public static Dictionary<int, PassagePlace> Of(PassageSearcher searcher, IEnumerable<int> documents)
    {
        var places = new Dictionary<int, PassagePlace>();
        var leaves = searcher.IndexReader.Leaves;
        var values = new BinaryDocValues?[leaves.Count];
        var bytes = new BytesRef();
        foreach (var document in documents)
        {
            var leaf = leaves[ReaderUtil.SubIndex(document, leaves)];
            (values[leaf.Ord] ??= leaf.AtomicReader.GetBinaryDocValues(IndexFields.Passage)).Get(document - leaf.DocBase, bytes);
            var (documentsToArticle, ordinal) = PassageCodec.DecodePlace(bytes);
            places.Add(document, new PassagePlace(document + documentsToArticle, ordinal, ordinal + documentsToArticle));
        }

        return places;
    }
}
