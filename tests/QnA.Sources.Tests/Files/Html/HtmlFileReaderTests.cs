using System.Text;
using QnA.Core.Articles;

namespace QnA.Sources.Tests.Files.Html;

public sealed class HtmlFileReaderTests : IDisposable
{
    private const string Long =
        "The new bridge over the Orle was opened on Monday by the mayor, after three years of work and many delays, and it cost more than "
        + "anybody in the town had thought it would when the council voted for it.";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ReadAsync_NewsPage_TheArticleWithoutBoilerplate()
    {
        var article = await ReadAsync($"""
            <!doctype html><html lang="en-GB"><head><title>Bridge opened - The Daily Example</title>
            <meta property="og:title" content="Bridge opened"><meta name="author" content="Ann Example">
            <meta property="article:published_time" content="2024-05-03T10:00:00+02:00"><meta property="article:tag" content="bridge">
            <link rel="canonical" href="https://example.org/bridge"></head>
            <body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
            <div class="ad sidebar">Buy shoes now!</div>
            <article><h1>Bridge opened</h1><p>{Long}</p><h2>Tolls</h2><p>Cars pay two euros. {Long}</p>
            <ul><li>Bicycles are <b>free</b>.</li><li>So are dogs.</li></ul>
            <table><tr><th>Who</th><th>Pays</th></tr><tr><td>Lorries</td><td>9&nbsp;euros</td></tr></table>
            <p>{Long}<br>That was all.</p></article>
            <footer class="footer">Copyright. <a href="/privacy">Privacy</a></footer><script>alert(1)</script></body></html>
            """);

        Assert.EndsWith(
            $"{Long}\n\nTolls\n\nCars pay two euros. {Long}\n\n- Bicycles are free.\n- So are dogs.\n\nWho | Pays\nLorries | 9\u00A0euros\n\n{Long}\nThat was all.",
            article.Text.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("shoes", article.Text.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("Privacy", article.Text.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("alert", article.Text.Value, StringComparison.Ordinal);
        Assert.Equal("Bridge opened", article.Title);
        Assert.Equal("https://example.org/bridge", article.Url);
        Assert.Equal("2024-05-03T10:00:00+02:00", article.Published?.ToString());
        Assert.Equal("en-GB", article.Language);
        Assert.Equal("Ann Example", article.Author);
        Assert.Equal(["bridge"], article.Tags);
    }

    [Fact]
    public async Task ReadAsync_ShortPage_AllThatIsNoFurniture()
    {
        var article = await ReadAsync(
            "<html><body><header>The Daily Example</header><nav>Home</nav><h1>Ferries</h1><p>No ferries today.</p><footer>Copyright</footer></body></html>");

        Assert.Equal("Ferries\n\nNo ferries today.", article.Text.Value);
        Assert.Equal("Ferries", article.Title);
        Assert.Null(article.Url);
        Assert.Null(article.Published);
    }

    [Fact]
    public async Task ReadAsync_WrongMetadata_IsTakenAsUnknown()
    {
        var article = await ReadAsync(
            "<html lang='!'><head><meta property='article:published_time' content='soon'><link rel=canonical href='javascript:alert(1)'></head><body><p>No ferries.</p></body></html>");

        Assert.Null(article.Language);
        Assert.Null(article.Published);
        Assert.Null(article.Url);
    }

    [Theory]
    [InlineData("windows-1251", "<meta charset=windows-1251>")]
    [InlineData("iso-8859-2", "<meta http-equiv=content-type content='text/html; charset=iso-8859-2'>")]
    public async Task ReadAsync_PageThatNamesItsEncoding_IsReadInIt(string encoding, string meta)
    {
        var text = encoding == "windows-1251" ? "Мост открыт в мае." : "Most został otwarty w maju, źle.";
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes($"<html><head>{meta}</head><body><p>{text}</p></body></html>");

        var article = await Reading.ReadOneAsync(_folder.Write("a.htm", bytes));

        Assert.Equal(text, article.Text.Value);
    }

    [Fact]
    public async Task ReadAsync_NestedLists_ALineForEachItem()
    {
        var article = await ReadAsync(
            "<body><p>Bring:</p><ol start=3><li>a rope<ul><li>short</li><li>long</li></ul></li><li>a lamp</li></ol><p>Thank you.</p></body>");

        Assert.Equal("Bring:\n\n3. a rope\n- short\n- long\n4. a lamp\n\nThank you.", article.Text.Value);
    }

    private Task<Article> ReadAsync(string html) => Reading.ReadOneAsync(_folder.Write("a.html", html));
}
