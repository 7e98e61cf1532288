using Lucene.Net.Util;
using QnA.Lucene.Index;
using QnA.Text.Likeness;

namespace QnA.Lucene.Duplicates;

/// <summary>
/// Writes a sketch as bytes: for each sample how many hashes the set has and how many are kept, as variable-length integers of seven bits a
/// byte, then the hashes as <see cref="GapCodec"/> writes them.
/// </summary>
internal static class SketchCodec
{
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
}
