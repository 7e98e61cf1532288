using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Lucene.Net.Util;
using QnA.Core.Embeddings;

namespace QnA.Lucene.Vectors;

/// <summary>
/// Writes a vector as the index holds it: the mark of its model, eight bytes, then its numbers as 32-bit floats, little-endian.
/// </summary>
internal static class VectorCodec
{
    /// <summary>How many bytes the mark of a model has.</summary>
    public const int MarkBytes = 8;

    /// <summary>The most numbers that a vector may have: Lucene's binary doc values end at 32,766 bytes.</summary>
    public const int MaxDimensions = (32_766 - MarkBytes) / sizeof(float);

    /// <summary>Returns the mark of a model: the first bytes of the SHA-256 of its name.</summary>
    public static byte[] MarkOf(string model) => SHA256.HashData(Encoding.UTF8.GetBytes(model))[..MarkBytes];

    /// <summary>Encodes a vector.</summary>
    /// <exception cref="EmbeddingException">It has no numbers, or too many.</exception>
    public static BytesRef Encode(ReadOnlySpan<byte> mark, ReadOnlySpan<float> vector)
    {
        if (vector.Length is 0 or > MaxDimensions)
        {
            throw new EmbeddingException(
                $"The embedding model gives vectors of {vector.Length} numbers; 1 to {MaxDimensions} can be kept. Set Embeddings:Dimensions, or use another model.");
        }

        var bytes = new byte[MarkBytes + (vector.Length * sizeof(float))];
        mark.CopyTo(bytes);
        MemoryMarshal.AsBytes(vector).CopyTo(bytes.AsSpan(MarkBytes));
        return new BytesRef(bytes);
    }

    /// <summary>Tells whether a model made what the index holds.</summary>
    public static bool HasMark(BytesRef bytes, ReadOnlySpan<byte> mark) => bytes.Length > MarkBytes && Span(bytes)[..MarkBytes].SequenceEqual(mark);

    /// <summary>Returns the numbers of what the index holds.</summary>
    public static ReadOnlySpan<float> Decode(BytesRef bytes) => MemoryMarshal.Cast<byte, float>(Span(bytes)[MarkBytes..]);

    private static ReadOnlySpan<byte> Span(BytesRef bytes) => bytes.Bytes.AsSpan(bytes.Offset, bytes.Length);
}
