using System.Globalization;
using System.Text;
using AngleSharp.Html.Parser;
using QnA.Core.Articles;
using QnA.Sources.Files.Html;

namespace QnA.Sources.Tests.Files.Html;

public sealed class HtmlBlocksTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ReadAsync_Manual_BlocksOfEachKind()
    {
        var article = await ReadAsync("""
            <body><h1>Kiln</h1><p>Fire it as follows:</p><pre>kiln --on
            kiln --heat 900</pre><h2>Options</h2>
            <dl><dt>--on</dt><dd><p>Lights it.</p><p>Takes an hour.</p></dd></dl>
            <p>Mind:</p><ul><li>gloves<ul><li>thick ones</li></ul></li><li>shoes</li></ul>
            <table><thead><tr><th>Clay</th><th>Heat</th></tr></thead><tbody><tr><td>red</td><td>900</td></tr><tr><td>grey</td><td>1200</td></tr></tbody></table></body>
            """);

        Assert.Equal(
            """
            Heading 1 Kiln
            Paragraph Fire it as follows:
            Code <1 kiln --on / kiln --heat 900
            Heading 2 Options
            Term --on
            Definition <4 Lights it.
            Definition <4 Takes an hour.
            Paragraph Mind:
            ListItem 1 <7 - gloves
            ListItem 2 <8 - thick ones
            ListItem 1 <7 - shoes
            TableHead Clay | Heat
            TableRow <11 red | 900
            TableRow <11 grey | 1200
            """,
            Show(article));
    }

    [Fact]
    public async Task ReadAsync_ListsOfLinks_AreNavigation()
    {
        var article = await ReadAsync("""
            <body><main><div class="toc"><p>Contents</p><ul><li><a href="#a">First part</a></li><li><a href="#b">Second part</a></li></ul></div>
            <h1>Pots <a href="#pots">¶</a></h1><p>A pot holds <a href="w">water</a>.</p>
            <ul><li><a href="1">One thing</a></li><li><a href="2">Other thing</a></li><li><a href="3">Third</a></li><li><a href="4">Fourth</a></li></ul></main></body>
            """);

        Assert.Equal(
            """
            Navigation Contents
            Navigation - First part
            Navigation - Second part
            Heading 1 Pots
            Paragraph A pot holds water.
            Navigation - One thing
            Navigation - Other thing
            Navigation - Third
            Navigation - Fourth
            """,
            Show(article));
    }

    [Fact]
    public async Task ReadAsync_ThousandsOfItems_NoneIsLookedForAmongAllOthers()
    {
        var items = new StringBuilder("<body><h1>All</h1><ul>");
        for (var i = 0; i < 20_000; i++)
        {
            items.Append(CultureInfo.InvariantCulture, $"<li>Item {i} says something of its own</li>");
        }

        var html = items.Append("</ul></body>").ToString();
        var page = await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken);

        // What is guessed at only below a bound is not guessed at here.
        Assert.True(HtmlPages.CountSiblingSteps(page) >= 400_000_000);
        Assert.Equal(20_001, (await ReadAsync(html)).Blocks.Count);
    }

    private static string Show(Article article) => string.Join('\n', article.Blocks.Select(block => string.Create(
        CultureInfo.InvariantCulture,
        $"{block.Kind}{(block.Level > 0 ? $" {block.Level}" : "")}{(block.LeadIn is { } leadIn ? $" <{leadIn}" : "")} {article.Text.Slice(block.Span).ToString().Replace("\n", " / ", StringComparison.Ordinal)}")));

    private Task<Article> ReadAsync(string html) => Reading.ReadOneAsync(_folder.Write("a.html", html));
}
