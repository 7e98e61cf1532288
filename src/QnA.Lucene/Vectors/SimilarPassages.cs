using System.Runtime.InteropServices;

namespace QnA.Lucene.Vectors;

/// <summary>A passage and how near it is to a question.</summary>
/// <param name="Document">Its document in the index.</param>
/// <param name="Similarity">The cosine of the angle between the vectors; -1 to 1.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct VectorHit(int Document, float Similarity);

/// <summary>The passages that are nearest to a question.</summary>
/// <param name="Hits">The passages, nearest first.</param>
/// <param name="Usual">How near all others are on average; 0 where there is no other.</param>
internal sealed record SimilarPassages(IReadOnlyList<VectorHit> Hits, double Usual)
{
    /// <summary>No passage: there are no vectors, or the question has none.</summary>
    public static readonly SimilarPassages None = new([], 0);

    /// <summary>
    /// Gets how far the nearest passage carries the question: which part it goes of the way from the average passage to one that is the
    /// question itself. 0 to 1. The way and not the cosine, for models differ in how near texts are that have nothing to do with each
    /// other.
    /// </summary>
    public double Confidence => Hits.Count == 0 || Usual is 0 or >= 1 ? 0 : Math.Round(Math.Clamp((Hits[0].Similarity - Usual) / (1 - Usual), 0, 1), 4);
}
