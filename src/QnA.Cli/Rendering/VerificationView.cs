using QnA.Core.Receipts;
using Spectre.Console;

namespace QnA.Cli.Rendering;

/// <summary>Shows what became of the quotes of a receipt; unchanged ones are only counted.</summary>
internal static class VerificationView
{
    /// <summary>Writes what is not as it was.</summary>
    public static void Write(Terminal terminal, ReceiptVerification verification)
    {
        if (verification.IsUnchanged)
        {
            return;
        }

        var console = terminal.Output;
        console.Write(new Spectre.Console.Text(TerminalText.OneLine(verification.Receipt.Question) + "\n", new Style(decoration: Decoration.Bold)));
        if (verification.Problem is { } problem)
        {
            console.Write(new Spectre.Console.Text($"  {problem}\n", new Style(Color.Red)));
        }

        foreach (var citation in verification.Citations.Where(c => c.Outcome != CitationOutcome.Unchanged))
        {
            var (number, title) = (citation.Citation.Number, citation.Citation.Title ?? citation.Citation.ArticleId);
            console.Write(new Spectre.Console.Text(
                $"  [{number}] {citation.Outcome.ToString().ToLowerInvariant()}: {TerminalText.OneLine(title)}. {TerminalText.Clean(citation.Message)}\n",
                new Style(Color.Red)));
            console.Write(new Spectre.Console.Text($"      then: {TerminalText.OneLine(citation.Citation.Quote)}\n"));
            if (citation.Current is { } current)
            {
                console.Write(new Spectre.Console.Text($"      now:  {TerminalText.OneLine(current.Text)}\n"));
            }
        }
    }
}
