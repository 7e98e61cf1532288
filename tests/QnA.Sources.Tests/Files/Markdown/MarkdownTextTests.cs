using CsCheck;
using QnA.Core.Ingestion;

namespace QnA.Sources.Tests.Files.Markdown;

public sealed class MarkdownTextTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("# One\nText\n## Two\nMore", "One\n\nText\n\nTwo\n\nMore")]
    [InlineData("One\n===\nText", "One\n\nText")]
    [InlineData("soft\nbreak", "soft break")]
    [InlineData("hard  \nbreak\\\nagain", "hard\nbreak\nagain")]
    [InlineData("a\n\n\n\nb", "a\n\nb")]
    [InlineData("*a* **b** ~~c~~ `d e` 5 \\* 3", "a b c d e 5 * 3")]
    [InlineData("a &amp; b &copy; &#8212; caf&eacute;", "a & b © — café")]
    [InlineData("[the link](https://example.org \"title\") and <https://example.org/x>", "the link and https://example.org/x")]
    [InlineData("[the link][1]\n\n[1]: https://example.org", "the link")]
    [InlineData("![a bridge](bridge.png)", "a bridge")]
    [InlineData("- a\n- b\n\nc", "- a\n- b\n\nc")]
    [InlineData("a:\n\n* b\n\n* c\n", "a:\n\n- b\n- c")]
    [InlineData("3. a\n4. b", "3. a\n4. b")]
    [InlineData("- a\n  - b\n    1. c\n  - d\n- e", "- a\n  - b\n    1. c\n  - d\n- e")]
    [InlineData("- a\n\n  second\n- b", "- a\n\nsecond\n- b")]
    [InlineData("- - a", "- - a")]
    [InlineData("-\n- b", "- b")]
    [InlineData("- [x] done\n- [ ] open", "- [x] done\n- [ ] open")]
    [InlineData("| City | Rain |\n|---|--:|\n| *Oslo* | 5 mm |\n| Bergen | |\n\nafter", "City | Rain\nOslo | 5 mm\nBergen | \n\nafter")]
    [InlineData("> quoted\n> text\n\nafter", "quoted text\n\nafter")]
    [InlineData("> [!WARNING]\n> Hot.", "Warning\n\nHot.")]
    [InlineData("```cs\nvar a = 1;\n\n  b();\n```\nafter", "var a = 1;\n\n  b();\n\nafter")]
    [InlineData("    indented\n    code", "indented\ncode")]
    [InlineData("a\n\n***\n\nb", "a\n\nb")]
    [InlineData("<!-- secret -->\n\na <b>bold</b> <!-- x -->word<br/>next", "a bold word\nnext")]
    [InlineData("<script>\nalert(1)\n</script>\n\na", "a")]
    [InlineData("Grew by 5%.[^1]\n\n[^1]: By the bank.", "Grew by 5%.\n\nBy the bank.")]
    [InlineData("a [b c] {d} | e ~ f [", "a [b c] {d} | e ~ f [")]
    [InlineData("1986\\. A great year", "1986. A great year")]
    public async Task ReadAsync_Markdown_IsTheTextThatAReaderSees(string markdown, string text) =>
        Assert.Equal(text, (await Reading.ReadOneAsync(_folder.Write("a.md", markdown))).Text.Value);

    [Fact]
    public async Task ReadAsync_MarkAndCrlf_AreNotText() =>
        Assert.Equal("Title\n\nsoft break", (await Reading.ReadOneAsync(_folder.Write("a.md", "\uFEFF# Title\r\n\r\nsoft\r\nbreak\r\n"))).Text.Value);

    [Fact]
    public async Task ReadAsync_Utf16_IsRead()
    {
        byte[] bytes = [.. System.Text.Encoding.Unicode.GetPreamble(), .. System.Text.Encoding.Unicode.GetBytes("# Été\n\nNeige.")];

        Assert.Equal("Été", (await Reading.ReadOneAsync(_folder.Write("a.md", bytes))).Title);
    }

    [Theory]
    [InlineData("# The *long*\tbridge\n\nText", "The long bridge")]
    [InlineData("Text\n\n## Second", "Second")]
    [InlineData("Text", "City council")]
    public async Task ReadAsync_NoTitle_IsTheFirstHeadingOrTheFilesName(string markdown, string title) =>
        Assert.Equal(title, (await Reading.ReadOneAsync(_folder.Write("city_council.md", markdown))).Title);

    [Fact]
    public async Task ReadAsync_ArbitraryMarkdown_IsTextOrAClearFailure()
    {
        string[] parts =
        [
            "word ", "# ", "\n", "\n\n", "- ", "  - ", "1. ", "> ", "| ", "|---|\n", "*", "**", "_", "`", "```\n", "    ", "[", "](x)", "![", "<b>", "<!--",
            "-->", "<div>", "&amp;", "&#0;", "\\", "  \n", "[^1]", "[^1]: ", "[x]: y\n", "- [ ] ", "> [!NOTE]\n", "---\n", "title: a\n", "é\u0301", "😀", "\t", "~~",
        ];
        var markdown = Gen.Int[0, parts.Length - 1].Array[1, 60].Select(picks => string.Concat(picks.Select(pick => parts[pick])));

        await markdown.SampleAsync(
            async source =>
            {
                var item = Assert.Single(await Reading.Source(_folder.Write("a.md", source)).ReadAllAsync());
                if (item is ReadArticle { Article: var article })
                {
                    Assert.Equal(article.Text.Value.Trim('\n'), article.Text.Value);
                    Assert.NotEmpty(article.Title);
                }
                else
                {
                    Assert.DoesNotContain("defect", ((FailedArticle)item).Failure.Reason, StringComparison.Ordinal);
                }
            },
            iter: 2_000,
            threads: 1);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("[0, 1) ")]
    [InlineData("![a ")]
    [InlineData("*a **b ")]
    [InlineData("_a ")]
    [InlineData("~~a ")]
    [InlineData("a | b ")]
    public async Task ReadAsync_MarksThatNeverClose_AreText(string mark)
    {
        var text = string.Concat(Enumerable.Repeat(mark, 1_000)) + "end";

        Assert.Equal(text, (await Reading.ReadOneAsync(_folder.Write("a.md", text))).Text.Value);
    }

    [Theory]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("1. ")]
    public async Task ReadAsync_BlocksNestedTooDeeply_FailAlone(string mark)
    {
        var path = _folder.Write("a.md", string.Concat(Enumerable.Repeat(mark, 2_000)) + "text");
        _folder.Write("b.md", "Text.");

        var items = await Reading.Source(_folder.Path).ReadAllAsync();

        var failure = Assert.Single(items.Failures());
        Assert.Equal(path, failure.Location);
        Assert.Contains("nested too deeply", failure.Reason, StringComparison.Ordinal);
        Assert.Single(items.Articles());
    }
}
