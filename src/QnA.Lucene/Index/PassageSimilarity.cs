using Lucene.Net.Search.Similarities;

namespace QnA.Lucene.Index;

/// <summary>BM25 (Robertson and Zaragoza 2009) with the parameters that suit passages of a few sentences.</summary>
/// <remarks>
/// k1 = 0.9 and b = 0.4, the defaults of the Anserini toolkit: passages differ little in length, and a word said twice in five
/// sentences says little more than once.
/// </remarks>
internal sealed class PassageSimilarity() : BM25Similarity(K1, B)
{
    /// <summary>How soon repeating a term stops to count.</summary>
    public new const float K1 = 0.9f;

    /// <summary>How much a longer passage is discounted.</summary>
    public new const float B = 0.4f;

    /// <summary>Returns how many terms a field has whose norm is given, as exactly as one byte can say.</summary>
    public float LengthOf(byte norm) => DecodeNormValue(norm);
}
