using Lucene.Net.Util;
using QnA.Lucene.Duplicates;
using QnA.Text.Likeness;
using QnA.Text.Tests.Likeness;

namespace QnA.Lucene.Tests.Duplicates;

public sealed class SketchCodecTests
{
    [Fact]
    public void Decode_Encoded_IsTheSame()
    {
        foreach (var text in (string[])["", "One", News.Report, string.Concat(Enumerable.Range(0, 500).Select(i => $"Word{i} number {i * 7} "))])
        {
            var sketch = TextSketch.Of(text);
            var bytes = SketchCodec.Encode(sketch);

            var decoded = SketchCodec.Decode(new BytesRef([9, .. bytes.Bytes]) { Offset = 1, Length = bytes.Length });

            Assert.Equal(sketch.Samples.Select(s => (s.Count, string.Join(' ', s.Hashes.ToArray()))), decoded.Samples.Select(s => (s.Count, string.Join(' ', s.Hashes.ToArray()))));
            Assert.True(sketch.Keys.Length <= TextSketch.Keyed);
        }
    }
}
