using QnA.Text.Likeness;

namespace QnA.Text.Tests.Likeness;

public class TextSketchTests
{
    [Fact]
    public void IsCopyOf_CutHeadedEdited_IsACopyBothWays()
    {
        foreach (var text in (string[])[News.Report, News.Syndicated, News.Edited, News.Report.ToUpperInvariant(), News.Report.Replace(' ', '\n')])
        {
            Assert.True(Sketch(News.Report).IsCopyOf(Sketch(text)), text);
            Assert.True(Sketch(text).IsCopyOf(Sketch(News.Report)), text);
        }
    }

    [Fact]
    public void IsCopyOf_SameFormWithOtherFacts_IsNone()
    {
        Assert.False(Sketch(News.Report).IsCopyOf(Sketch(News.Template)));
        Assert.False(Sketch("The board declared a dividend of 10 cents, payable on 3 May.").IsCopyOf(Sketch("The board declared a dividend of 12 cents, payable on 8 May.")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("…")]
    [InlineData("Two words")]
    public void IsCopyOf_AlmostNothing_IsNoCopyOfAReport(string text) => Assert.False(Sketch(text).IsCopyOf(Sketch(News.Report)));

    [Fact]
    public void IsCopyOf_TextWithoutSpaces_IsComparedByItsCharacters()
    {
        const string Text = "城市议会星期二决定关闭旧渡口。新桥已经承担了大部分交通。渡船最后一次航行载有三百四十名乘客。船长将在春天退休。";

        Assert.True(Sketch(Text).IsCopyOf(Sketch("本报讯：" + Text)));
        Assert.False(Sketch(Text).IsCopyOf(Sketch("大学宣布了一项新的奖学金计划，帮助来自乡村的学生。申请将于九月开始。")));
    }

    [Fact]
    public void Containment_OfSampledSets_EstimatesTheShare()
    {
        var whole = HashSample.Of(Numbers(0, 20_000), 128);
        var half = HashSample.Of(Numbers(0, 5000).Concat(Numbers(90_000, 5000)).ToArray(), 128);

        Assert.InRange(whole.Containment(half), 0.35, 0.65);
        Assert.Equal(1, whole.Containment(HashSample.Of(Numbers(100, 50), 128)));
    }

    private static uint[] Numbers(int first, int count) => [.. Enumerable.Range(first, count).Select(i => WordHash.Combine([(ulong)i], 0))];

    private static TextSketch Sketch(string text) => TextSketch.Of(text);
}
