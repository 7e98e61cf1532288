using QnA.Core.Articles;
using QnA.Text;

namespace QnA.Core.Tests.Articles;

public sealed class ArticleBlocksTests
{
    // 0         1         2         3
    // 0123456789012345678901234567890
    private const string Text = "Guide\n\nSet up\n\nRun this:\n\nmake";

    private static readonly Block[] Blocks =
    [
        new(BlockKind.Heading, new TextSpan(0, 5), 1),
        new(BlockKind.Heading, new TextSpan(7, 13), 2),
        new(BlockKind.Paragraph, new TextSpan(15, 24)),
        new(BlockKind.Code, new TextSpan(26, 30), 0, 2),
    ];

    public static TheoryData<Block[]> Wrong => new(
        [new Block(BlockKind.Paragraph, new TextSpan(3, 3))],
        [new Block(BlockKind.Paragraph, new TextSpan(0, 5)), new Block(BlockKind.Paragraph, new TextSpan(4, 8))],
        [new Block(BlockKind.Paragraph, new TextSpan(0, 31))],
        [new Block(BlockKind.Heading, new TextSpan(0, 5))],
        [new Block((BlockKind)99, new TextSpan(0, 5))],
        [new Block(BlockKind.Paragraph, new TextSpan(0, 5), 0, 0)]);

    [Fact]
    public void PathOf_BlockUnderTwoHeadings_BothOutermostFirst()
    {
        var outline = new Article("a", Text) { Blocks = Blocks }.Outline;

        Assert.Equal([0, 1], outline.PathOf(3));
        Assert.Equal([0], outline.PathOf(1));
        Assert.Empty(outline.PathOf(0));
        Assert.True(outline.HangsOn(3, 2));
        Assert.False(outline.HangsOn(2, 1));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(6, 0)]
    [InlineData(7, 1)]
    [InlineData(29, 3)]
    public void BlockAt_Position_TheBlockThatHoldsItOrTheOneBefore(int position, int block) =>
        Assert.Equal(block, new Article("a", Text) { Blocks = Blocks }.Outline.BlockAt(position));

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Blocks_NotInOrderInsideTheText_Throws(Block[] blocks) =>
        Assert.Throws<ArgumentException>(() => new Article("a", Text) { Blocks = blocks });

    [Fact]
    public void Fingerprint_OtherBlocks_IsAnother()
    {
        var without = new Article("a", Text);
        var with = new Article("a", Text) { Blocks = Blocks };

        Assert.NotEqual(without.Fingerprint, with.Fingerprint);
        Assert.NotEqual(with.Fingerprint, new Article("a", Text) { Blocks = Blocks[..3] }.Fingerprint);
    }

    [Fact]
    public void Build_ArticleWithBlocks_PassagesWithTheirHeadingsAndCommandsWithTheirLeadIns()
    {
        var article = new Article("a", Text) { Blocks = Blocks };

        var (passage, headings) = Assert.Single(PassageBuilder.Build(article, "en"));

        Assert.Equal("Run this:\n\nmake", article.Text.Slice(Assert.Single(passage.Sentences)).ToString());
        Assert.Equal(["Guide", "Set up"], headings.Select(heading => article.Text.Slice(heading).ToString()));
    }

    [Fact]
    public void Build_Navigation_NoPassage()
    {
        var article = new Article("a", "Contents\n\nOne . . . . 3\nTwo . . . . 4")
        {
            Blocks = [new(BlockKind.Heading, new TextSpan(0, 8), 1), new(BlockKind.Navigation, new TextSpan(10, 23)), new(BlockKind.Paragraph, new TextSpan(24, 37))],
        };

        var (passage, _) = Assert.Single(PassageBuilder.Build(article, "en"));

        Assert.Equal(new TextSpan(24, 37), passage.Span);
    }
}
