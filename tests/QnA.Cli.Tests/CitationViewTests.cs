using QnA.Cli.Rendering;
using QnA.Core.Answers;
using QnA.Core.Articles;
using Spectre.Console;

namespace QnA.Cli.Tests;

/// <summary>What a terminal is sent, and what a pipe.</summary>
public sealed class CitationViewTests
{
    private const string Words = "Anders Holt runs the Hadley mill with two helpers, and has done so since the fire of the year before last.";

    [Fact]
    public void Write_AtATerminal_WrapsAndLinksTheTitle()
    {
        var text = Write("https://paper.example.com/mill", terminal: true, plain: false);

        Assert.Contains("\u001b]8;", text, StringComparison.Ordinal);
        Assert.Contains("https://paper.example.com/mill", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.DoesNotContain(Words, line, StringComparison.Ordinal));
    }

    [Fact]
    public void Write_ToAPipe_HasNoEscapes()
    {
        var text = Write("https://paper.example.com/mill", terminal: false, plain: false);

        Assert.DoesNotContain('\u001b', text);
        Assert.Contains("[1] " + Words, text, StringComparison.Ordinal);
        Assert.Contains("https://paper.example.com/mill#:~:text=", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_AtATerminalWithoutColour_HasNone() =>
        Assert.DoesNotContain("\u001b[3", Write("https://paper.example.com/mill", terminal: true, plain: true), StringComparison.Ordinal);

    private static string Write(string url, bool terminal, bool plain)
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new Output(writer, terminal),
            Ansi = terminal ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = plain || !terminal ? ColorSystemSupport.NoColors : ColorSystemSupport.TrueColor,
        });
        console.Profile.Capabilities.Links = terminal;
        var article = new Article("mill", Words) { Title = "The mill", Url = url };
        CitationView.Write(console, Citation.Of(1, article.Text.Cut(article.Text.Span), article), isCorrection: false);
        return writer.ToString();
    }

    private sealed class Output(TextWriter writer, bool terminal) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => terminal;

        public int Width => 60;

        public int Height => 20;

        public void SetEncoding(System.Text.Encoding encoding)
        {
        }
    }
}
