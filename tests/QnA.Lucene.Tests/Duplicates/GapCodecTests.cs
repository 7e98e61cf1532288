using QnA.Lucene.Duplicates;
using QnA.Lucene.Index;

namespace QnA.Lucene.Tests.Duplicates;

public class GapCodecTests
{
    public static TheoryData<uint[]> Samples => new(
        (uint[])[],
        [0],
        [0xFFFFFF],
        [0, 1, 2, 3],
        [5, 0xFFFFFF],
        [0, 0xFFFFFE, 0xFFFFFF],
        [.. Enumerable.Range(0, 96).Select(i => (uint)(i * 170_003))],
        [.. Enumerable.Range(0, 95).Select(i => (uint)i), 0xFFFFFF]);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Decode_Encoded_IsTheSameAndReadsNoMore(uint[] values)
    {
        var bytes = Encode(values);
        var decoded = new uint[values.Length];

        var read = GapCodec.Decode([.. bytes, 0xAB, 0xCD, 0xEF, 1, 2, 3, 4, 5, 6, 7, 8, 9], decoded);

        Assert.Equal(values, decoded);
        Assert.Equal(bytes.Length, read);
        Assert.Equal(bytes.Length, GapCodec.Decode(bytes, decoded));
    }

    [Fact]
    public void Decode_CutShort_Throws() =>
        Assert.Throws<InvalidDataException>(() => GapCodec.Decode(Encode([7, 90_000, 16_000_000]).AsSpan(..3), new uint[3]));

    private static byte[] Encode(uint[] values)
    {
        var writer = new VarintWriter();
        GapCodec.Encode(values, writer);
        return writer.Written.ToArray();
    }
}
