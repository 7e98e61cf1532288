using System.Text;
using CsCheck;
using QnA.Sources.Files.JsonLines;

namespace QnA.Sources.Tests.Files.JsonLines;

public sealed class LineReaderTests
{
    [Fact]
    public async Task ReadAsync_ArbitraryBytes_LinesAreWhatLiesBetweenLineEnds()
    {
        var bytes = Gen.OneOf(Gen.Const((byte)'\n'), Gen.Byte).Array[0, 300];

        await Gen.Select(bytes, Gen.Int[1, 64], Gen.Int[1, 400]).SampleAsync(
            async (content, limit, bufferBytes) =>
            {
                using var reader = new LineReader(new MemoryStream(content), limit, bufferBytes);
                var expected = Encoding.Latin1.GetString(content).Split('\n');
                var all = 0L;
                var count = 0;
                while (await reader.ReadAsync(CancellationToken.None))
                {
                    var line = expected[count++];
                    Assert.Equal(line.Length > limit, reader.IsTooLong);
                    Assert.Equal(reader.IsTooLong ? "" : line, Encoding.Latin1.GetString(reader.Line));
                    all += reader.BytesRead;
                }

                Assert.Equal(content.Length, all);
                Assert.Equal(expected.Length - (expected[^1].Length == 0 ? 1 : 0), count);
            },
            iter: 500,
            threads: 1);
    }
}
