using QnA.Core.Questions;
using QnA.Models.Passages;
using QnA.Models.Prompts;

namespace QnA.Models.Rewriting;

/// <summary>A conversation as a prompt shows it.</summary>
internal static class HistoryText
{
    // UTF-16 code units: what a long answer is about stands in its first sentences.
    private const int MaxTurnLength = 800;

    /// <summary>Writes the last turns, oldest first; one line each, without angle brackets of theirs.</summary>
    /// <param name="history">The conversation, oldest turn first.</param>
    /// <param name="maxTurns">How many turns are shown at most.</param>
    /// <param name="maxTokens">How many tokens they may have.</param>
    /// <param name="tokens">Counts them.</param>
    /// <returns>Empty where not even the last turn fits.</returns>
    public static string Of(IReadOnlyList<ConversationTurn> history, int maxTurns, int maxTokens, ITokenCounter tokens)
    {
        var lines = new List<string>();
        var left = maxTokens;
        for (var i = history.Count - 1; i >= 0 && lines.Count < maxTurns; i--)
        {
            var line = Line(history[i]);
            left -= tokens.Count(line);
            if (left < 0)
            {
                break;
            }

            lines.Add(line);
        }

        lines.Reverse();
        return string.Join('\n', lines);
    }

    private static string Line(ConversationTurn turn)
    {
        var text = turn.Text.Length <= MaxTurnLength ? turn.Text : turn.Text[..MaxTurnLength] + "…";
        return $"<turn speaker=\"{(turn.Speaker == Speaker.User ? "person" : "bot")}\">{PromptText.Encode(text)}</turn>";
    }
}
