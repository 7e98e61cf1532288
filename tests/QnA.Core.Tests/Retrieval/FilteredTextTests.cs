using QnA.Core.Retrieval;

namespace QnA.Core.Tests.Retrieval;

public sealed class FilteredTextTests
{
    [Theory]
    [InlineData("Who won?", "Who won?", "")]
    [InlineData("in:sport since:2026-01 Who won?", "Who won?", "in:sport since:2026-01")]
    [InlineData("Who won? IN:sport", "Who won?", "in:sport")]
    [InlineData("Who by:\"Jane Smith\" won?", "Who won?", "by:\"Jane Smith\"")]
    [InlineData("by:“Jane Smith” Who won?", "Who won?", "by:\"Jane Smith\"")]
    [InlineData("lang:pt-BR source:news Who won?", "Who won?", "source:news lang:pt-BR")]
    [InlineData("Who came in: the mayor or the guard?", "Who came in: the mayor or the guard?", "")]
    [InlineData("What is at https://example.com/in:x?", "What is at https://example.com/in:x?", "")]
    [InlineData("What happened at 12:30?", "What happened at 12:30?", "")]
    [InlineData("Who said \"built by:hand\"?", "Who said \"built by:hand\"?", "")]
    public void Read_Message_TakesTheFilterWordsOut(string message, string text, string filter)
    {
        var read = FilteredText.Read(message);

        Assert.Equal((text, filter, null), (read.Text, read.Filter.ToString(), read.Error));
    }

    [Theory]
    [InlineData("since:lastweek Who won?", "“since:lastweek” is not understood. A year, a month or a day belongs there, as in since:2026, since:2026-01 or since:2026-01-31.")]
    [InlineData("until:2026-13 Who won?", "“until:2026-13” is not understood. A year, a month or a day belongs there, as in until:2026, until:2026-01 or until:2026-01-31.")]
    [InlineData("lang:german Who won?", "“lang:german” is not understood. A language code belongs there, as in lang:de.")]
    [InlineData("in:\"\" Who won?", "There is nothing after “in:”. A tag belongs there, as in in:sport.")]
    [InlineData("since:2026 since:2027 Who won?", "“since:” is there twice. One date is enough.")]
    [InlineData("since:2027 until:2026 Who won?", "Nothing can be since 2027 and until 2026. Exchange the two dates.")]
    public void Read_WrongFilterWord_SaysWhatBelongsThere(string message, string error) =>
        Assert.Equal(error, FilteredText.Read(message).Error);

    [Fact]
    public void ToString_ReadAgain_GivesAnEqualFilter()
    {
        var filter = new ArticleFilter { Tags = ["Sport", "city life"], Authors = ["Ann \"Ace\" Lee"], Languages = ["de"] };

        var again = FilteredText.Read(filter + " Who won?").Filter;

        Assert.Equal(["Sport", "city life"], again.Tags);
        Assert.Equal(new ArticleFilter { Tags = ["CITY LIFE", "sport"], Authors = ["ann ace lee"], Languages = ["DE"] }, again);
        Assert.NotEqual(filter, new ArticleFilter { Tags = ["sport"] });
    }
}
