using QnA.Core.Articles;
using QnA.Text;

namespace QnA.Lucene.Index;

/// <summary>
/// Writes the blocks of an article as a few bytes each: kind and level, the distance from the end of the block before, the length, and how
/// many blocks back its lead-in is; all as variable-length integers of seven bits a byte.
/// </summary>
internal static class BlockCodec
{
    private const int Kinds = 16;

    /// <summary>Encodes blocks.</summary>
    public static byte[] Encode(IReadOnlyList<Block> blocks)
    {
        var writer = new VarintWriter();
        writer.Write(blocks.Count);
        var end = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            var (kind, span, level, leadIn) = blocks[i];
            writer.Write((level * Kinds) + (int)kind);
            writer.Write(span.Start - end);
            writer.Write(span.Length);
            writer.Write(leadIn is { } above ? i - above : 0);
            end = span.End;
        }

        return writer.Written.ToArray();
    }

    /// <summary>Decodes what <see cref="Encode"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are no blocks.</exception>
    public static Block[] Decode(ReadOnlySpan<byte> bytes)
    {
        var reader = new VarintReader(bytes);
        var count = reader.Read();
        if (count < 0 || count > bytes.Length)
        {
            throw new InvalidDataException("There are more blocks than bytes.");
        }

        var blocks = new Block[count];
        var end = 0;
        for (var i = 0; i < blocks.Length; i++)
        {
            var kind = reader.Read();
            var start = end + reader.Read();
            end = start + reader.Read();
            var back = reader.Read();
            if (start < 0 || end < start || kind < 0)
            {
                throw new InvalidDataException("A block ends before it starts.");
            }

            blocks[i] = new Block((BlockKind)(kind % Kinds), new TextSpan(start, end), kind / Kinds, back == 0 ? null : i - back);
        }

        return blocks;
    }
}
