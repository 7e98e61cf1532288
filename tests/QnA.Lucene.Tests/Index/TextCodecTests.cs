using QnA.Lucene.Index;

namespace QnA.Lucene.Tests.Index;

public class TextCodecTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("Łódź — 東京 \ud83d\ude80\r\n\tend")]
    public void Decode_Encoded_IsTheSame(string text) => Assert.Equal(text, TextCodec.Decode(TextCodec.Encode(text)));

    [Fact]
    public void Encode_LongText_IsMuchShorter()
    {
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"The ferry made its crossing number {i}. "));

        var bytes = TextCodec.Encode(text);

        Assert.True(bytes.Length < text.Length / 4);
        Assert.Equal(text, TextCodec.Decode(bytes));
    }

    [Fact]
    public void Decode_Damaged_Throws()
    {
        var bytes = TextCodec.Encode("The bridge was closed for a year, and opened again in May.");

        Assert.Throws<InvalidDataException>(() => TextCodec.Decode(bytes.AsSpan(..^5)));
        Assert.Throws<InvalidDataException>(() => TextCodec.Decode([]));
    }
}
