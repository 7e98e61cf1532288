using QnA.Core.Answers;

namespace QnA.Cli.Rendering;

/// <summary>Shows an answer to a person: sentences with numbers, then each quote with its source.</summary>
internal static class AnswerView
{
    /// <summary>Writes a whole answer.</summary>
    public static void Write(Terminal terminal, Answer answer)
    {
        if (answer.Claims.Any(c => !c.IsQuote))
        {
            terminal.WriteParagraph(answer.Text + "\n");
        }

        WriteEnd(terminal, answer, shown: []);
    }

    /// <summary>Writes what follows the sentences of an answer.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="shown">The numbers of the quotes that the person sees already.</param>
    public static void WriteEnd(Terminal terminal, Answer answer, IReadOnlyCollection<int> shown)
    {
        if (answer.Status is AnswerStatus.NotFound or AnswerStatus.Error)
        {
            terminal.WriteWarning(answer.Text);
        }

        if (answer.Status is AnswerStatus.Conflict)
        {
            terminal.WriteWarning("The articles do not agree; each is shown with its date.");
        }

        var corrections = answer.Claims.Where(c => c.Side is { IsCorrection: true }).SelectMany(c => c.Citations).ToHashSet();
        foreach (var citation in answer.Citations.Where(c => !shown.Contains(c.Number)))
        {
            CitationView.Write(terminal.Output, citation, corrections.Contains(citation));
        }

        if (answer.Why is { } why)
        {
            WriteWhy(terminal, why);
        }
    }

    private static void WriteWhy(Terminal terminal, NotFoundReason why)
    {
        terminal.WriteParagraph(why.Message);
        if (why.Nearest.Count > 0)
        {
            terminal.WriteParagraph("\nClosest, but no answer:");
            foreach (var citation in why.Nearest)
            {
                CitationView.Write(terminal.Output, citation, "-");
            }
        }
    }
}
