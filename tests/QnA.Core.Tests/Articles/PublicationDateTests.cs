using System.Globalization;
using QnA.Core.Articles;

namespace QnA.Core.Tests.Articles;

public class PublicationDateTests
{
    [Theory]
    [InlineData("2011", "2011-01-01T00:00:00+00:00")]
    [InlineData("2011-05", "2011-05-01T00:00:00+00:00")]
    [InlineData("2011-05-03", "2011-05-03T00:00:00+00:00")]
    [InlineData("2011-05-03T10:00", "2011-05-03T10:00:00+00:00")]
    [InlineData("2011-05-03T10:00Z", "2011-05-03T10:00:00+00:00")]
    [InlineData("2011-05-03T10:00:01", "2011-05-03T10:00:01+00:00")]
    [InlineData("2011-05-03T10:00:01Z", "2011-05-03T10:00:01+00:00")]
    [InlineData("2011-05-03T10:00:01+02:00", "2011-05-03T10:00:01+02:00")]
    [InlineData("2011-05-03T10:00:01.123Z", "2011-05-03T10:00:01.123+00:00")]
    [InlineData("2011-05-03T10:00:01.1234567-05:30", "2011-05-03T10:00:01.1234567-05:30")]
    [InlineData("2011-05-03 10:00", "2011-05-03T10:00:00+00:00")]
    [InlineData("2011-05-03 10:00:01", "2011-05-03T10:00:01+00:00")]
    [InlineData(" 2011-05-03 ", "2011-05-03T00:00:00+00:00")]
    [InlineData("2012-02-29", "2012-02-29T00:00:00+00:00")]
    public void TryParse_Iso8601_KeepsWhatWasWrittenAndKnowsTheInstant(string text, string start)
    {
        Assert.True(PublicationDate.TryParse(text, out var date));

        Assert.Equal(text.Trim(), date.ToString());
        Assert.Equal(DateTimeOffset.Parse(start, CultureInfo.InvariantCulture), date.Start);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("11")]
    [InlineData("2011-5")]
    [InlineData("2011-13")]
    [InlineData("2011-02-29")]
    [InlineData("2011-05-03T25:00")]
    [InlineData("03.05.2011")]
    [InlineData("May 3, 2011")]
    [InlineData("2011-05-03 and more")]
    [InlineData("٢٠١١")]
    public void TryParse_AnythingElse_IsNoDate(string? text)
    {
        Assert.False(PublicationDate.TryParse(text, out var date));
        Assert.Equal(default, date);
        Assert.Equal("", date.ToString());
    }

    [Fact]
    public void TryParse_OtherCalendarOfTheThread_MakesNoDifference()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("th-TH");
            Assert.Equal(2011, Parse("2011-05-03").Start.Year);
            Assert.Equal("2011-05-03T10:00:00+00:00", PublicationDate.From(new DateTimeOffset(2011, 5, 3, 10, 0, 0, TimeSpan.Zero)).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void From_Instant_CanBeReadAgain()
    {
        var instant = new DateTimeOffset(2011, 5, 3, 10, 0, 1, TimeSpan.FromHours(2));

        var date = PublicationDate.From(instant);

        Assert.Equal(instant, date.Start);
        Assert.Equal(date, Parse(date.ToString()));
    }

    [Fact]
    public void CompareTo_MixedPrecision_OrdersByTheFirstInstant()
    {
        string[] sorted = ["2010", "2011", "2011-02", "2011-02-03", "2011-02-03T01:00:00+02:00", "2011-02-03T00:30:00Z"];
        PublicationDate[] expected = [Parse("2010"), Parse("2011"), Parse("2011-02"), Parse("2011-02-03T01:00:00+02:00"), Parse("2011-02-03"), Parse("2011-02-03T00:30:00Z")];

        Assert.Equal(expected, sorted.Select(Parse).Order());
        Assert.True(Parse("2010") < Parse("2011") && Parse("2011") > Parse("2010"));
        Assert.True(Parse("2011") <= Parse("2011-01") && Parse("2011") >= Parse("2011-01-01"));
        Assert.NotEqual(Parse("2011"), Parse("2011-01"));
    }

    [Theory]
    [InlineData("2011", "2011")]
    [InlineData("2011-05", "mai 2011")]
    [InlineData("2011-05-03", "3 mai 2011")]
    [InlineData("2011-05-03T10:00:00Z", "3 mai 2011")]
    public void ToDisplayString_Culture_HasItsWordsAndNoMoreThanWasWritten(string text, string expected) =>
        Assert.Equal(expected, Parse(text).ToDisplayString(new CultureInfo("fr-FR")));

    private static PublicationDate Parse(string text)
    {
        Assert.True(PublicationDate.TryParse(text, out var date), text);
        return date;
    }
}
