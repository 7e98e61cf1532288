using System.Runtime.CompilerServices;
using System.Text.Json;
using QnA.Core.Questions;

namespace QnA.Cli.Questions;

/// <summary>A line of a file of questions: a question, or what was wrong with the line.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Id">The question's id; <see langword="null"/> where it has none.</param>
/// <param name="Question">The question; <see langword="null"/> where the line could not be read.</param>
/// <param name="Error">What was wrong; <see langword="null"/> where nothing was.</param>
internal sealed record QuestionLine(int Line, string? Id, Question? Question, string? Error);

/// <summary>Reads a file of questions, JSON Lines.</summary>
internal static class QuestionFileReader
{
    /// <summary>Reads every line that is not blank.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async IAsyncEnumerable<QuestionLine> ReadAsync(
        string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path, cancellationToken))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Parse(line, number);
            }
        }
    }

    private static QuestionLine Parse(string line, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return Wrong("a question is a JSON object.");
            }

            var id = root.TryGetProperty("id", out var idValue) && idValue.ValueKind == JsonValueKind.String ? idValue.GetString() : null;
            return root.TryGetProperty("question", out var text) && text.ValueKind == JsonValueKind.String
                ? new QuestionLine(number, id, new Question(text.GetString()!) { History = ReadHistory(root) }, null)
                : Wrong("the field \"question\" is missing or no text.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return Wrong(exception.Message);
        }

        QuestionLine Wrong(string reason) => new(number, null, null, reason);
    }

    private static List<ConversationTurn> ReadHistory(JsonElement root)
    {
        var history = new List<ConversationTurn>();
        if (!root.TryGetProperty("history", out var turns) || turns.ValueKind != JsonValueKind.Array)
        {
            return history;
        }

        foreach (var turn in turns.EnumerateArray())
        {
            if (turn.ValueKind == JsonValueKind.Object
                && turn.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String
                && turn.TryGetProperty("role", out var role) && role.ValueKind == JsonValueKind.String)
            {
                history.Add(new ConversationTurn(role.ValueEquals("user") ? Speaker.User : Speaker.Assistant, text.GetString()!));
            }
        }

        return history;
    }
}
