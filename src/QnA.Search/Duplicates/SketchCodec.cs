using Lucene.Net.Util;
using QnA.Search.Index;

namespace QnA.Search.Duplicates;

/// <summary>
/// Writes a sketch as bytes: for each sample how many hashes the set has and how many are kept, as variable-length integers of seven bits a
/// byte, then the hashes as <see cref="GapCodec"/> writes them.
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
        var writer = new VarintWriter();
        foreach (var sample in sketch.Samples)
        {
            writer.Write(sample.Count);
            writer.Write(sample.Hashes.Length);
            GapCodec.Encode(sample.Hashes, writer);
        }

        return new BytesRef(writer.Written.ToArray());
    }

    /// <summary>Decodes what <see cref="Encode"/> wrote.</summary>
    public static TextSketch Decode(BytesRef bytes)
    {
        var rest = bytes.Bytes.AsSpan(bytes.Offset, bytes.Length);
        return TextSketch.Restore(Next(ref rest), Next(ref rest), Next(ref rest));
    }

    private static HashSample Next(ref Span<byte> rest)
    {
        var reader = new VarintReader(rest);
        var count = reader.Read();
        var hashes = new uint[reader.Read()];
        rest = rest[^reader.Rest.Length..];
        rest = rest[GapCodec.Decode(rest, hashes)..];
        return new HashSample(hashes, count);
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
