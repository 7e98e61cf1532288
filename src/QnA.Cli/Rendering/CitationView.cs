using System.Globalization;
using QnA.Core.Answers;
using Spectre.Console;

namespace QnA.Cli.Rendering;

/// <summary>Shows a quote with its source: at a terminal wrapped, in colour and with a link; elsewhere on two plain lines.</summary>
internal static class CitationView
{
    /// <summary>Writes a quote under its number, and says so where it corrects another.</summary>
    public static void Write(IAnsiConsole console, Citation citation, bool isCorrection) =>
        Write(console, citation, string.Create(CultureInfo.InvariantCulture, $"[{citation.Number}]{(isCorrection ? " correction" : "")}"));

    /// <summary>Writes a quote under a mark.</summary>
    public static void Write(IAnsiConsole console, Citation citation, string mark)
    {
        if (!console.Profile.Out.IsTerminal)
        {
            // A file or a pipe has no width to wrap at.
            console.Profile.Out.Writer.WriteLine($"{mark} {TerminalText.Clean(citation.Quote.Text)}");
            console.Profile.Out.Writer.WriteLine($"    — {Describe(citation, citation.Url ?? citation.Quote.ArticleId)}");
            return;
        }

        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(1)).AddColumn(new GridColumn().PadRight(0));
        grid.AddRow(new Spectre.Console.Text(mark, new Style(Color.Aqua)), new Spectre.Console.Text(TerminalText.Clean(citation.Quote.Text), new Style(decoration: Decoration.Bold)));
        grid.AddRow(new Spectre.Console.Text(""), SourceOf(console, citation));
        console.Write(grid);
    }

    // The whole address of a quote is longer than the quote, so where the terminal knows links it lies behind the title.
    private static Paragraph SourceOf(IAnsiConsole console, Citation citation)
    {
        var style = new Style(Color.Grey);
        return citation.Url is { } url && console.Profile.Capabilities.Links && TerminalText.Clean(url) == url
            ? new Paragraph("— " + Describe(citation, new Uri(url).Host), style, new Link(url))
            : new Paragraph("— " + Describe(citation, citation.Url ?? citation.Quote.ArticleId), style);
    }

    private static string Describe(Citation citation, string where)
    {
        var parts = new List<string> { TerminalText.OneLine(citation.Title) };
        if (citation.Published is { } published)
        {
            parts.Add(published.ToDisplayString(CultureInfo.InvariantCulture));
        }

        if (citation.Page is { } page)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"page {page}"));
        }

        parts.Add(TerminalText.OneLine(where));
        parts.AddRange(citation.AlsoIn.Select(copy => "also in " + TerminalText.OneLine(copy.Title)
            + (copy.Published is { } date ? $" ({date.ToDisplayString(CultureInfo.InvariantCulture)})" : "")));
        return string.Join(" · ", parts);
    }
}
