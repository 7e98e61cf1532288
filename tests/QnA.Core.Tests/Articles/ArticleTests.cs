using QnA.Core.Articles;

namespace QnA.Core.Tests.Articles;

public class ArticleTests
{
    public static TheoryData<string, Article> OtherArticles()
    {
        var data = new TheoryData<string, Article>();
        void Add(string what, Article article) => data.Add(what, article);
        Add("id", new Article("b", "Text.") { Title = "Title", Tags = ["x", "y"] });
        Add("text", new Article("a", "Text!") { Title = "Title", Tags = ["x", "y"] });
        Add("line end", new Article("a", "Text.\n") { Title = "Title", Tags = ["x", "y"] });
        Add("title", new Article("a", "Text.") { Title = "title", Tags = ["x", "y"] });
        Add("url", new Article("a", "Text.") { Title = "Title", Tags = ["x", "y"], Url = "https://example.org/" });
        Add("published", new Article("a", "Text.") { Title = "Title", Tags = ["x", "y"], Published = PublicationDate.From(DateTimeOffset.UnixEpoch) });
        Add("language", new Article("a", "Text.") { Title = "Title", Tags = ["x", "y"], Language = "en" });
        Add("author", new Article("a", "Text.") { Title = "Title", Tags = ["x", "y"], Author = "en" });
        Add("location", new Article("a", "Text.") { Title = "Title", Tags = ["x", "y"], Location = "en" });
        Add("no tags", new Article("a", "Text.") { Title = "Title" });
        Add("order of tags", new Article("a", "Text.") { Title = "Title", Tags = ["y", "x"] });
        Add("joined tags", new Article("a", "Text.") { Title = "Title", Tags = ["xy"] });
        Add("one more tag", new Article("a", "Text.") { Title = "Title", Tags = ["x", "y", ""] });
        return data;
    }

    [Theory]
    [MemberData(nameof(OtherArticles))]
    public void Fingerprint_OneFieldDiffers_Differs(string what, Article other)
    {
        var article = new Article("a", "Text.") { Title = "Title", Tags = ["x", "y"] };

        Assert.True(article.Fingerprint != other.Fingerprint, what);
    }

    [Fact]
    public void Fingerprint_OneValueInAnotherField_AllDiffer()
    {
        Article[] articles =
        [
            new("a", "Text.") { Title = "T", Url = "v" },
            new("a", "Text.") { Title = "T", Language = "v" },
            new("a", "Text.") { Title = "T", Author = "v" },
            new("a", "Text.") { Title = "T", Location = "v" },
            new("a", "Text.") { Title = "T", Tags = ["v"] },
            new("a", "Text.") { Title = "v" },
        ];

        Assert.Equal(articles.Length, articles.Select(a => a.Fingerprint).Distinct().Count());
    }

    [Fact]
    public void Fingerprint_OnlySourceDiffers_IsTheSame() =>
        Assert.Equal(
            new Article("a", "Text.") { Source = "/folder" }.Fingerprint,
            new Article("a", "Text.") { Source = "/folder/file.md" }.Fingerprint);

    [Fact]
    public void Fingerprint_AnyArticle_Is64LowerCaseHexadecimalDigits() =>
        Assert.Matches("^[0-9a-f]{64}$", new Article("a", "").Fingerprint);

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void Title_NoneGiven_IsTheId(string title)
    {
        Assert.Equal("a", new Article("a", "Text.").Title);
        Assert.Equal("a", new Article("a", "Text.") { Title = title }.Title);
    }

    [Theory]
    [InlineData("https://example.org/a?b=c#d")]
    [InlineData("HTTP://example.org")]
    [InlineData("https://пример.рф/статья")]
    [InlineData(null)]
    public void Url_AddressOfTheWeb_IsKeptAsItIs(string? url) => Assert.Equal(url, new Article("a", "Text.") { Url = url }.Url);

    // A link is followed in chat windows and browsers: what is not of the web has no place in one.
    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData(" javascript:alert(1)")]
    [InlineData("data:text/html,<b>")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/relative")]
    [InlineData("example.org")]
    [InlineData("https://")]
    [InlineData("")]
    public void Url_AnythingElse_IsTakenAsUnknown(string url) => Assert.Null(new Article("a", "Text.") { Url = url }.Url);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 3)]
    [InlineData(9, 3)]
    [InlineData(10, 4)]
    public void PageAt_Position_IsTheLastPageThatStartsThere(int position, int page) =>
        Assert.Equal(page, new Article("a", "One.Two.34") { PageStarts = [0, 4, 4, 10] }.PageAt(position));

    [Fact]
    public void PageAt_SourceWithoutPages_Null() => Assert.Null(new Article("a", "One.").PageAt(2));

    [Theory]
    [InlineData(1, 2)]
    [InlineData(0, 3, 2)]
    [InlineData(0, 5)]
    public void PageStarts_OutOfOrderOrBeyondTheText_Throws(params int[] starts) =>
        Assert.Throws<ArgumentException>(() => new Article("a", "One.") { PageStarts = starts });

    [Fact]
    public void Fingerprint_OtherPages_Differs() =>
        Assert.NotEqual(new Article("a", "One.").Fingerprint, new Article("a", "One.") { PageStarts = [0] }.Fingerprint);
}
