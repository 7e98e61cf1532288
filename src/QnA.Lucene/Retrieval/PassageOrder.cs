using Lucene.Net.Util;
using QnA.Lucene.Index;

namespace QnA.Lucene.Retrieval;

/// <summary>The order of passages that a search cannot tell apart: by their articles' ids, then as they stand in the article.</summary>
/// <remarks>The numbers of documents would not do: they depend on when segments of the index happened to be merged.</remarks>
internal sealed class PassageOrder(PassageSearcher searcher, IReadOnlyDictionary<int, PassagePlace> places) : IComparer<int>
{
    /// <inheritdoc/>
    public int Compare(int x, int y)
    {
        var (one, other) = (places[x], places[y]);
        return one.ArticleDocument == other.ArticleDocument
            ? one.Ordinal.CompareTo(other.Ordinal)
            : IdOf(one.ArticleDocument).CompareTo(IdOf(other.ArticleDocument));
    }

    private BytesRef IdOf(int document)
    {
        var id = new BytesRef();
        var leaf = searcher.LeafOf(document);
        leaf.AtomicReader.GetBinaryDocValues(IndexFields.Id).Get(document - leaf.DocBase, id);
        return id;
    }
}
