using CsCheck;
using QnA.Conformance;
using QnA.Core.Answers;
using QnA.Core.Articles;

namespace QnA.Core.Tests.Answers;

public class TextFragmentTests
{
    [Theory]
    [InlineData("It opened in May.", "https://example.org/a#:~:text=It%20opened%20in%20May.")]
    [InlineData("  It\n opened  ", "https://example.org/a#:~:text=It%20opened")]
    [InlineData("one two three four five six seven eight nine ten", "https://example.org/a#:~:text=one%20two%20three%20four%20five%20six%20seven%20eight%20nine%20ten")]
    [InlineData("1 2 3 4 5 6 7 8 9 10 11", "https://example.org/a#:~:text=1%202%203%204%205,7%208%209%2010%2011")]
    [InlineData("-well-known, & so on", "https://example.org/a#:~:text=%2Dwell%2Dknown%2C%20%26%20so%20on")]
    [InlineData("Øl på Grünerløkka", "https://example.org/a#:~:text=%C3%98l%20p%C3%A5%20Gr%C3%BCnerl%C3%B8kka")]
    [InlineData("", "https://example.org/a")]
    [InlineData(" \n ", "https://example.org/a")]
    public void AppendTo_Quote_NamesItsFirstAndLastWords(string quote, string expected) =>
        Assert.Equal(expected, TextFragment.AppendTo("https://example.org/a", quote));

    [Fact]
    public void AppendTo_AddressWithFragment_KeepsIt() =>
        Assert.Equal("https://example.org/a?b=1#c:~:text=word", TextFragment.AppendTo("https://example.org/a?b=1#c", "word"));

    [Fact]
    public void AppendTo_AddressWithDirective_AddsAnotherTextDirective() =>
        Assert.Equal("https://example.org/a#:~:text=old&text=word", TextFragment.AppendTo("https://example.org/a#:~:text=old", "word"));

    [Fact]
    public void AppendTo_AnyQuote_IsAnAbsoluteAddressWithoutCharactersOfMarkup() =>
        HostileText.Texts.Sample(
            text =>
            {
                var url = TextFragment.AppendTo("https://example.org/a", new ArticleText("a", text).Value);
                Assert.True(Uri.TryCreate(url, UriKind.Absolute, out _));
                Assert.Matches("^[A-Za-z0-9:/.#~=,%_!'()*-]*$", url);
                Assert.DoesNotContain('-', url[url.IndexOf('a', 15)..]);
            },
            iter: 1000);
}
