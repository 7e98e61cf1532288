using System.Globalization;
using QnA.Core.Answers;

namespace QnA.Cli.Rendering;

/// <summary>Shows an answer sentence by sentence, as it is made; nothing that was shown is taken back.</summary>
internal sealed class StreamedAnswerView(Terminal terminal)
{
    private readonly HashSet<int> _shown = [];

    /// <summary>Shows the next sentence: a quote with its source, another sentence with its numbers.</summary>
    public void Show(Claim claim)
    {
        if (claim.IsQuote)
        {
            CitationView.Write(terminal.Output, claim.Citations[0], claim.Side is { IsCorrection: true });
            _shown.Add(claim.Citations[0].Number);
        }
        else
        {
            var numbers = string.Concat(claim.Citations.Select(c => string.Create(CultureInfo.InvariantCulture, $"[{c.Number}]")));
            terminal.WriteParagraph($"{claim.Text} {numbers}");
        }
    }

    /// <summary>Shows what is left when the answer is whole: quotes that were not shown, or why there is no answer.</summary>
    public void Complete(Answer answer) => AnswerView.WriteEnd(terminal, answer, _shown);
}
