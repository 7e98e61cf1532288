using CsCheck;

namespace QnA.Text.Tests;

public class TextSpanTests
{
    private static readonly Gen<TextSpan> Spans = Gen.Select(Gen.Int[0, 20], Gen.Int[0, 20], (start, length) => new TextSpan(start, start + length));

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(-2, -1)]
    [InlineData(3, 2)]
    [InlineData(0, -1)]
    public void Constructor_OffsetsOutOfOrder_Throws(int start, int end) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextSpan(start, end));

    [Fact]
    public void Default_IsTheEmptySpanAtZero()
    {
        Assert.Equal(new TextSpan(0, 0), default);
        Assert.True(default(TextSpan).IsEmpty);
    }

    [Fact]
    public void OverlapWith_AnySpans_IsTheNumberOfSharedOffsets() =>
        Gen.Select(Spans, Spans).Sample((a, b) =>
        {
            Assert.Equal(Offsets(a).Intersect(Offsets(b)).Count(), a.OverlapWith(b));
            Assert.Equal(a.OverlapWith(b), b.OverlapWith(a));
        });

    [Fact]
    public void Union_AnySpans_IsTheSmallestThatContainsBoth() =>
        Gen.Select(Spans, Spans).Sample((a, b) =>
        {
            var union = a.Union(b);
            Assert.True(union.Contains(a) && union.Contains(b));
            Assert.Equal(Math.Min(a.Start, b.Start), union.Start);
            Assert.Equal(Math.Max(a.End, b.End), union.End);
        });

    [Fact]
    public void Contains_NonEmptySpan_MeansEveryOffsetIsShared() =>
        Gen.Select(Spans, Spans.Where(span => !span.IsEmpty)).Sample((a, b) =>
            Assert.Equal(!Offsets(b).Except(Offsets(a)).Any(), a.Contains(b)));

    [Fact]
    public void CompareTo_AnySpans_OrdersAsStartThenEndAndAgreesWithOperators() =>
        Gen.Select(Spans, Spans).Sample((a, b) =>
        {
            var expected = (a.Start, a.End).CompareTo((b.Start, b.End));
            Assert.Equal(Math.Sign(expected), Math.Sign(a.CompareTo(b)));
            Assert.Equal((expected < 0, expected > 0, expected <= 0, expected >= 0), (a < b, (a > b), a <= b, a >= b));
            Assert.Equal(expected == 0, a == b);
        });

    [Fact]
    public void ToString_AnyCulture_IsInvariant()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo("ar-SA");
            Assert.Equal("[1234..5678)", new TextSpan(1234, 5678).ToString());
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    private static IEnumerable<int> Offsets(TextSpan span) => Enumerable.Range(span.Start, span.Length);
}
