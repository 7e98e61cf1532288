using Lucene.Net.Index;
using Lucene.Net.Util;
using QnA.Lucene.Index;

namespace QnA.Lucene.Vectors;

/// <summary>The vectors of one segment of an index, side by side in memory. A segment never changes; deleted documents are passed over in a search.</summary>
internal sealed class SegmentVectors
{
    private readonly float[] _numbers;
    private readonly int[] _documents;

    private SegmentVectors(int dimensions, float[] numbers, int[] documents)
    {
        Dimensions = dimensions;
        _numbers = numbers;
        _documents = documents;
    }

    /// <summary>Gets how many numbers each vector has; 0 where there is none.</summary>
    public int Dimensions { get; }

    /// <summary>Gets how many vectors there are.</summary>
    public int Count => _documents.Length;

    /// <summary>Returns the document of a vector, counted within the segment.</summary>
    public int DocumentOf(int index) => _documents[index];

    /// <summary>Returns a vector.</summary>
    public ReadOnlySpan<float> this[int index] => _numbers.AsSpan(index * Dimensions, Dimensions);

    /// <summary>Reads the vectors that a model made.</summary>
    public static SegmentVectors Load(AtomicReader reader, ReadOnlySpan<byte> mark)
    {
        if (reader.GetBinaryDocValues(IndexFields.Vector) is not { } values)
        {
            return new SegmentVectors(0, [], []);
        }

        var documents = new List<int>();
        var bytes = new BytesRef();
        var dimensions = 0;
        for (var document = 0; document < reader.MaxDoc; document++)
        {
            values.Get(document, bytes);
            if (VectorCodec.HasMark(bytes, mark))
            {
                dimensions = dimensions == 0 ? VectorCodec.Decode(bytes).Length : dimensions;
                documents.Add(document);
            }
        }

        var numbers = new float[checked(dimensions * documents.Count)];
        for (var i = 0; i < documents.Count; i++)
        {
            values.Get(documents[i], bytes);
            var vector = VectorCodec.Decode(bytes);
            vector[..Math.Min(dimensions, vector.Length)].CopyTo(numbers.AsSpan(i * dimensions));
        }

        return new SegmentVectors(dimensions, numbers, [.. documents]);
    }
}
