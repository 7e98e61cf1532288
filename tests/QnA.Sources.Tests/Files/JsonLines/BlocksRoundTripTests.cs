using QnA.Core.Articles;
using QnA.Sources.Files.JsonLines;
using QnA.Text;

namespace QnA.Sources.Tests.Files.JsonLines;

public sealed class BlocksRoundTripTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WriteAsync_ArticleWithBlocks_ReadingGivesTheSame()
    {
        var path = _folder.Write("a.md", "# Kiln\n\nFire it so:\n\n    kiln --on\n\n1. Wait.\n2. Open.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n");
        var article = await Reading.ReadOneAsync(path);
        var exported = _folder.Write("b.jsonl", "");

        await using (var stream = File.Create(exported))
        {
            await JsonArticleWriter.WriteAsync(One(article), stream, progress: null, TestContext.Current.CancellationToken);
        }

        var read = await Reading.ReadOneAsync(exported);
        Assert.Equal(
            [BlockKind.Heading, BlockKind.Paragraph, BlockKind.Code, BlockKind.ListItem, BlockKind.ListItem, BlockKind.TableHead, BlockKind.TableRow],
            article.Blocks.Select(block => block.Kind));
        Assert.Equal(article.Blocks, read.Blocks);
        Assert.Equal(article.Fingerprint, read.Fingerprint);
    }

    [Theory]
    [InlineData("[[\"poem\",0,3,0]]")]
    [InlineData("[[\"heading\",0,99,1]]")]
    [InlineData("[[\"heading\",0]]")]
    [InlineData("[7]")]
    public async Task ReadAsync_WrongBlocks_FailsAndNamesTheField(string blocks)
    {
        var path = _folder.Write("a.jsonl", $$$"""{"id":"a","text":"Kiln","qna":{"blocks":{{{blocks}}}}}""");

        Assert.Contains("'qna'", (await Reading.FailOneAsync(path)).Reason, StringComparison.Ordinal);
    }

    private static async IAsyncEnumerable<Article> One(Article article)
    {
        await Task.CompletedTask;
        yield return article;
    }
}
