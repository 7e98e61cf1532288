using Lucene.Net.Util;

namespace QnA.Search.Duplicates;

/// <summary>
/// Writes a sketch as bytes: for each sample how many hashes the set has and how many are kept, as variable-length integers of seven bits a
/// byte, then the hashes in three bytes each, the highest first.
/// </summary>
internal static class SketchCodec
{
    private const int KeyDigits = 4;
    private const int BitsOfDigit = WordHash.Bits / KeyDigits;

    // 64 letters in the order of their codes, from 0 to o.
    private const char FirstDigit = '0';

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
                writer.Write((byte)(hash >> 16));
                writer.Write((byte)(hash >> 8));
                writer.Write((byte)hash);
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
                hashes[i] = ((uint)reader.ReadByte() << 16) | ((uint)reader.ReadByte() << 8) | reader.ReadByte();
            }

            return new HashSample(hashes, count);
        }
    }

    /// <summary>Writes a key as the term that it is in the index; terms sort as the keys do.</summary>
    public static string TermOf(uint key) => string.Create(KeyDigits, key, static (digits, key) =>
    {
        for (var i = KeyDigits - 1; i >= 0; i--)
        {
            digits[i] = (char)(FirstDigit + (key & ((1 << BitsOfDigit) - 1)));
            key >>= BitsOfDigit;
        }
    });
}
