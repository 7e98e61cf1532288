using QnA.Answering.Extractive;
using QnA.Core.Articles;
using QnA.Text;

namespace QnA.Answering.Tests.Extractive;

public sealed class BlockQuoteTests
{
    [Fact]
    public void Extend_Term_GoesOnOverWhatIsSaidOfIt() => Assert.Equal(
        "--on\n\nLights it.\n\nTakes an hour.",
        Extend(0, 400, (BlockKind.Term, "--on", null), (BlockKind.Definition, "Lights it.", 0), (BlockKind.Definition, "Takes an hour.", 0), (BlockKind.Term, "--off", null)));

    [Fact]
    public void Extend_LeadIn_GoesOnOverItsItems() => Assert.Equal(
        "Bring:\n\n- a rope\n\n- a lamp",
        Extend(0, 400, (BlockKind.Paragraph, "Bring:", null), (BlockKind.ListItem, "- a rope", 0), (BlockKind.ListItem, "- a lamp", 0), (BlockKind.Paragraph, "Thanks.", null)));

    [Fact]
    public void Extend_Command_BeginsWithItsLeadIn() => Assert.Equal(
        "Use the following command:\n\nmake all",
        Extend(1, 400, (BlockKind.Paragraph, "Use the following command:", null), (BlockKind.Code, "make all", 0)));

    [Fact]
    public void Extend_LongLeadIn_BeginsWithItsLastSentence() => Assert.Equal(
        "Then use this:\n\nmake all",
        Extend(1, 60, (BlockKind.Paragraph, $"{new string('a', 100)} is first. Then use this:", null), (BlockKind.Code, "make all", 0)));

    [Fact]
    public void Extend_RowOfATable_BeginsWithTheNamesOfItsColumns() => Assert.Equal(
        "Clay | Heat\n\nred | 900",
        Extend(1, 400, (BlockKind.TableHead, "Clay | Heat", null), (BlockKind.TableRow, "red | 900", 0), (BlockKind.TableRow, "grey | 1200", 0)));

    [Fact]
    public void Extend_MoreThanFits_IsCutAfterASentence() => Assert.Equal(
        "--on\n\nIt lights the kiln and waits for it.",
        Extend(0, 50, (BlockKind.Term, "--on", null), (BlockKind.Definition, "It lights the kiln and waits for it. Then it beeps for a while.", 0)));

    [Fact]
    public void Extend_HeadingBehind_IsNotCrossed() => Assert.Equal(
        "Done.", Extend(0, 400, (BlockKind.Paragraph, "Done.", null), (BlockKind.Heading, "More", null), (BlockKind.Paragraph, "Text.", null)));

    private static string Extend(int block, int maximum, params (BlockKind Kind, string Text, int? LeadIn)[] parts)
    {
        var blocks = new List<Block>();
        var at = 0;
        foreach (var (kind, text, leadIn) in parts)
        {
            blocks.Add(new Block(kind, new TextSpan(at, at + text.Length), kind == BlockKind.Heading ? 1 : 0, leadIn));
            at += text.Length + 2;
        }

        var article = new Article("a", string.Join("\n\n", parts.Select(part => part.Text))) { Blocks = blocks };
        return article.Text.Slice(BlockQuote.Extend(article, blocks[block].Span, maximum)).ToString();
    }
}
