using CsCheck;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using QnA.Bot.Replies;

namespace QnA.Bot.Tests.Replies;

/// <summary>Article text in Markdown, judged by what a Markdown reader makes of it.</summary>
public sealed class MarkdownTextTests
{
    private static readonly MarkdownPipeline Reader =
        new MarkdownPipelineBuilder().UseAutoLinks().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UsePipeTables().UseTaskLists().Build();

    [Theory]
    [InlineData("# no heading")]
    [InlineData("- no list")]
    [InlineData("1. no list")]
    [InlineData("12) no list")]
    [InlineData("> no quote")]
    [InlineData("---")]
    [InlineData("===")]
    [InlineData("a\n---")]
    [InlineData("    no code")]
    [InlineData("```\nno code\n```")]
    [InlineData("~~~")]
    [InlineData("*no* _emphasis_ **at** ~~all~~")]
    [InlineData("[no link](http://evil.example)")]
    [InlineData("![no image](http://evil.example/x.png)")]
    [InlineData("[1]: http://evil.example")]
    [InlineData("<http://evil.example>")]
    [InlineData("http://evil.example and www.evil.example")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<at>everyone</at>")]
    [InlineData("&lt; and &#60; and AT&T & co.")]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |")]
    [InlineData("\\*backslash\\")]
    [InlineData("`code`")]
    [InlineData("It cost $5 -- or 1.5 million? (yes)")]
    public void Escape_OfAnyText_ShowsThatTextAndNothingElse(string text)
    {
        Assert.Equal(Lines(text), Lines(Shown(MarkdownText.Escape(text))));
        Assert.Equal(Lines(text), Lines(Shown("> " + MarkdownText.Escape(text, "> "))));
    }

    [Fact]
    public void Escape_OfArbitraryText_ShowsThatTextAndNothingElse() =>
        Gen.OneOf(
                Gen.Char["ab1 .\n#*_[]()<>!`~|\\-+=&;:/@\"'$^{}"].Array[0, 40].Select(c => new string(c)),
                Gen.Char['\u00A1', '\u1FFF'].Array[0, 40].Select(c => new string(c)))
            .Sample(text => Lines(text) == Lines(Shown("> " + MarkdownText.Escape(text, "> "))), iter: 3000);

    [Theory]
    [InlineData("a\u202Eb")]
    [InlineData("a\u0000b")]
    [InlineData("a\u2066b")]
    [InlineData("a\u001Bb")]
    public void Escape_OfWhatDisguises_ShowsThatSomethingIsThere(string text) => Assert.Equal("a\uFFFDb", MarkdownText.Escape(text));

    [Fact]
    public void Escape_OfOrdinaryProse_ChangesNothing()
    {
        const string Prose = "“It cost 2.4 million (about £2m), a fifth - or 20% - more,” said O'Neill; see p. 7: ‘yes’!";

        Assert.Equal(Prose, MarkdownText.Escape(Prose));
    }

    [Theory]
    [InlineData("a](http://evil.example) [b", "https://paper.example.com/a_(b)")]
    [InlineData("two\nlines", "https://paper.example.com/?q=<x>\"y\"")]
    public void Link_WithHostileTitleOrAddress_IsOneLinkToTheAddress(string title, string address)
    {
        var link = Assert.Single(Markdown.Parse(MarkdownText.Link(title, address), Reader).Descendants<LinkInline>());

        Assert.Equal(new Uri(address).Host, new Uri(link.Url!).Host);
        Assert.Equal(Uri.UnescapeDataString(new Uri(address).AbsoluteUri), Uri.UnescapeDataString(link.Url!));
    }

    /// <summary>Gives the text that a reader sees, and fails where there is anything but text.</summary>
    private static string Shown(string markdown)
    {
        var document = Markdown.Parse(markdown, Reader);
        Assert.All(document.Descendants<Block>(), block => Assert.True(block is ParagraphBlock or QuoteBlock, $"{block.GetType().Name} in {markdown}"));
        return string.Concat(document.Descendants<Inline>().Select(inline => inline switch
        {
            LiteralInline literal => literal.Content.ToString(),
            LineBreakInline => "\n",
            HtmlEntityInline entity => entity.Transcoded.ToString(),
            ContainerInline container when container.GetType() == typeof(ContainerInline) => "",
            _ => throw new Xunit.Sdk.XunitException($"{inline.GetType().Name} in {markdown}"),
        }));
    }

    // Markdown drops white space at the ends of lines and blank lines, as any renderer of prose does.
    private static string Lines(string text) =>
        string.Concat(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
