using System.Text.Json;
using QnA.Core.Questions;

namespace QnA.Evaluation.Sets;

/// <summary>Reads a file of questions, JSON Lines; <c>docs/evaluation.md</c> describes it.</summary>
public static class QuestionSetReader
{
    /// <summary>Reads the questions alone, of every line that is not blank.</summary>
    /// <param name="path">The file, UTF-8.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Questions and wrong lines in the order of the file.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IAsyncEnumerable<FileLine<AskedQuestion>> ReadAskedAsync(string path, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return JsonLinesReader.ReadAsync(path, line => new AskedQuestion(JsonLinesReader.Text(line, "id"), ReadQuestion(line)), cancellationToken);
    }

    /// <summary>Reads the questions with their answers, of every line that is not blank.</summary>
    /// <param name="path">The file, UTF-8.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Questions and wrong lines in the order of the file.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IAsyncEnumerable<FileLine<EvaluationQuestion>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return JsonLinesReader.ReadAsync(path, Read, cancellationToken);
    }

    private static EvaluationQuestion Read(JsonElement line)
    {
        var meta = line.TryGetProperty("meta", out var value) && value.ValueKind == JsonValueKind.Object ? value : default;
        return new EvaluationQuestion
        {
            Id = JsonLinesReader.Required(line, "id"),
            Question = ReadQuestion(line),
            Language = JsonLinesReader.Text(line, "language"),
            Type = JsonLinesReader.Text(line, "type"),
            IsAnswerable = !line.TryGetProperty("answerable", out var answerable) || answerable.ValueKind != JsonValueKind.False,
            ArticleIds = JsonLinesReader.Texts(line, "article_ids"),
            Evidence = JsonLinesReader.Texts(line, "evidence"),
            AnswerPlaces = [.. JsonLinesReader.Objects(line, "answer_spans").Select(ReadPlace)],
            Answers = JsonLinesReader.Texts(line, "answers"),
            TrueAnswers = meta.ValueKind == JsonValueKind.Object ? JsonLinesReader.Texts(meta, "true_answers") : [],
            PlantedAnswers = meta.ValueKind == JsonValueKind.Object ? JsonLinesReader.Texts(meta, "planted_answers") : [],
        };
    }

    private static Question ReadQuestion(JsonElement line) => new(JsonLinesReader.Required(line, "question"))
    {
        History = [.. JsonLinesReader.Objects(line, "history").Select(ReadTurn)],
    };

    private static ConversationTurn ReadTurn(JsonElement turn) => new(
        JsonLinesReader.Text(turn, "role") == "user" ? Speaker.User : Speaker.Assistant,
        JsonLinesReader.Required(turn, "text"));

    private static AnswerPlace ReadPlace(JsonElement place)
    {
        var (start, end) = (JsonLinesReader.Number(place, "start"), JsonLinesReader.Number(place, "end"));
        return start >= 0 && end >= start
            ? new AnswerPlace(JsonLinesReader.Required(place, "article_id"), start, end)
            : throw new FormatException("a place of \"answer_spans\" starts before the text or ends before it starts.");
    }
}
