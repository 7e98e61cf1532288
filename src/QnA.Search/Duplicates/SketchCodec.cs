using System.Globalization;
using Lucene.Net.Util;

namespace QnA.Search.Duplicates;

/// <summary>Writes a sketch as bytes: for each sample how many hashes the set has and how many are kept, then those, little-endian.</summary>
internal static class SketchCodec
{
    /// <summary>Encodes a sketch.</summary>
    public static BytesRef Encode(TextSketch sketch)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        foreach (var sample in sketch.Samples)
        {
            writer.Write7BitEncodedInt(sample.Count);
            writer.Write7BitEncodedInt(sample.Hashes.Length);
            foreach (var hash in sample.Hashes)
            {
                writer.Write(hash);
            }
        }

        return new BytesRef(bytes.ToArray());
    }

    /// <summary>Decodes what <see cref="Encode"/> wrote.</summary>
    public static TextSketch Decode(BytesRef bytes)
    {
        using var stream = new MemoryStream(bytes.Bytes, bytes.Offset, bytes.Length, writable: false);
        using var reader = new BinaryReader(stream);
        return TextSketch.Restore(Sample(), Sample(), Sample());

        HashSample Sample()
        {
            var count = reader.Read7BitEncodedInt();
            var hashes = new uint[reader.Read7BitEncodedInt()];
            for (var i = 0; i < hashes.Length; i++)
            {
                hashes[i] = reader.ReadUInt32();
            }

            return new HashSample(hashes, count);
        }
    }

    /// <summary>Writes a key as the term that it is in the index; terms sort as the keys do.</summary>
    public static string TermOf(uint key) => key.ToString("x8", CultureInfo.InvariantCulture);
}
