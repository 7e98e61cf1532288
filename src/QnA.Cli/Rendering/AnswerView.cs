using System.Globalization;
using QnA.Core.Answers;
using Spectre.Console;

namespace QnA.Cli.Rendering;

/// <summary>Shows an answer to a person: sentences with numbers, then each quote with its source.</summary>
internal static class AnswerView
{
    /// <summary>Writes an answer.</summary>
    public static void Write(Terminal terminal, Answer answer)
    {
        var console = terminal.Output;
        if (answer.Claims.Any(c => !c.IsQuote))
        {
            WriteParagraph(console, answer.Text + "\n", Style.Plain);
        }

        if (answer.Status is AnswerStatus.NotFound or AnswerStatus.Error)
        {
            WriteParagraph(console, answer.Text, new Style(Color.Yellow));
        }

        if (answer.Status is AnswerStatus.Conflict)
        {
            WriteParagraph(console, "The articles do not agree. Each is shown with its date:", new Style(Color.Yellow));
        }

        var corrections = answer.Claims.Where(c => c.Side is { IsCorrection: true }).SelectMany(c => c.Citations).ToHashSet();
        foreach (var citation in answer.Citations)
        {
            WriteCitation(console, citation, corrections.Contains(citation) ? $"[{citation.Number}] correction" : $"[{citation.Number}]");
        }

        if (answer.Why is { } why)
        {
            WriteWhy(console, why);
        }
    }

    private static void WriteParagraph(IAnsiConsole console, string text, Style style)
    {
        if (console.Profile.Out.IsTerminal)
        {
            console.Write(new Text(TerminalText.Clean(text) + "\n", style));
        }
        else
        {
            console.Profile.Out.Writer.WriteLine(TerminalText.Clean(text));
        }
    }

    private static void WriteWhy(IAnsiConsole console, NotFoundReason why)
    {
        WriteParagraph(console, why.Message, Style.Plain);
        if (why.Nearest.Count > 0)
        {
            WriteParagraph(console, "\nClosest, but no answer:", Style.Plain);
            foreach (var citation in why.Nearest)
            {
                WriteCitation(console, citation, "-");
            }
        }
    }

    private static void WriteCitation(IAnsiConsole console, Citation citation, string mark)
    {
        if (!console.Profile.Out.IsTerminal)
        {
            // A file or a pipe has no width to wrap at.
            console.Profile.Out.Writer.WriteLine($"{mark} {TerminalText.Clean(citation.Quote.Text)}");
            console.Profile.Out.Writer.WriteLine($"    {Describe(citation)}");
            return;
        }

        var quote = new Text(TerminalText.Clean(citation.Quote.Text), new Style(decoration: Decoration.Bold));
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(1)).AddColumn(new GridColumn().PadRight(0));
        grid.AddRow(new Text(mark, new Style(Color.Aqua)), quote);
        grid.AddRow(new Text(""), new Text(Describe(citation), new Style(Color.Grey)));
        console.Write(grid);
    }

    private static string Describe(Citation citation)
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

        parts.Add(TerminalText.OneLine(citation.Url ?? citation.Quote.ArticleId));
        parts.AddRange(citation.AlsoIn.Select(copy => "also in " + TerminalText.OneLine(copy.Title)
            + (copy.Published is { } date ? $" ({date.ToDisplayString(CultureInfo.InvariantCulture)})" : "")));
        return "— " + string.Join(" · ", parts);
    }
}
