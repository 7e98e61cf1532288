using QnA.Answering.Copies;
using QnA.Core.Articles;
using QnA.Text.Likeness;
using QnA.Text.Tests.Likeness;

namespace QnA.Answering.Tests.Copies;

public class CopyTestTests
{
    private static readonly Article Report = new("report", News.Report);

    [Fact]
    public void AreCopies_CutEditedHeadedWithByline_IsACopyBothWays()
    {
        var reworked = new Article("reworked", News.Reworked);

        Assert.False(TextSketch.Of(News.Report).IsCopyOf(TextSketch.Of(News.Reworked)));
        Assert.True(AreCopies(new CopyTest(maxAligned: 1), Report, reworked));
        Assert.True(AreCopies(new CopyTest(maxAligned: 1), reworked, Report));
    }

    [Fact]
    public void AreCopies_SameFormWithOtherFacts_IsNone()
    {
        Assert.True(TextSketch.Of(News.Report).MayBeCopyOf(TextSketch.Of(News.Template)));
        Assert.False(AreCopies(new CopyTest(maxAligned: 1), Report, new Article("template", News.Template)));
    }

    [Fact]
    public void AreCopies_AlignedEnough_LeavesTheRestToTheSketches()
    {
        var test = new CopyTest(maxAligned: 1);

        Assert.True(AreCopies(test, Report, new Article("reworked", News.Reworked)));
        Assert.False(AreCopies(test, Report, new Article("again", News.Reworked)));
        Assert.True(AreCopies(test, Report, new Article("edited", News.Edited)));
    }

    [Fact]
    public void AreCopies_SketchesAreEnough_ReadsNoArticle()
    {
        var (report, edited) = (TextSketch.Of(News.Report), TextSketch.Of(News.Edited));

        Assert.True(new CopyTest(maxAligned: 1).AreCopies(report, edited, Unread, Unread));
        Assert.False(new CopyTest(maxAligned: 1).AreCopies(report, TextSketch.Of("The library opens on Monday."), Unread, Unread));

        static Article Unread() => throw new InvalidOperationException("Nothing is to be read.");
    }

    [Fact]
    public void AreAlike_TextsThatAreTooLong_AreNotAligned()
    {
        var words = AlignedWord.Read(string.Concat(Enumerable.Repeat("word ", 500)));

        Assert.False(CopyTest.AreAlike(words, words));
    }

    [Theory]
    [InlineData("", "", 0, 0)]
    [InlineData("a b c d e", "x y b c D", 3, 1)]
    [InlineData("the 5 boats left", "The 6 boats left", 2, 0)]
    [InlineData("one two three four five", "one two and three four five", 5, 0)]
    public void Of_TwoTexts_CountsWhatRunsAlong(string one, string other, int matched, int facts)
    {
        var alignment = WordAlignment.Of(AlignedWord.Read(one), AlignedWord.Read(other));

        Assert.Equal((matched, facts), (alignment.Matched, alignment.Facts));
    }

    private static bool AreCopies(CopyTest test, Article one, Article other) =>
        test.AreCopies(TextSketch.Of(one.Text.Value), TextSketch.Of(other.Text.Value), () => one, () => other);
}
