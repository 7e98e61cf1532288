using System.Text.Json;
using QnA.Evaluation.Sets;

namespace QnA.Evaluation.Answers;

/// <summary>Reads a file of answers, JSON Lines, as <c>qna ask --questions</c> writes it; other programs may leave out all but what is measured.</summary>
public static class AnswerFileReader
{
    /// <summary>Reads every line that is not blank.</summary>
    /// <param name="path">The file, UTF-8.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Answers and wrong lines in the order of the file.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IAsyncEnumerable<FileLine<GivenAnswer>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return JsonLinesReader.ReadAsync(path, Read, cancellationToken);
    }

    private static GivenAnswer Read(JsonElement line) => new()
    {
        Id = JsonLinesReader.Required(line, "id"),
        Status = JsonLinesReader.Required(line, "status"),
        Confidence = JsonLinesReader.Decimal(line, "confidence") ?? 0,
        Quotes = [.. JsonLinesReader.Objects(line, "citations").Select(ReadQuote)],
        RetrievedArticles = [.. JsonLinesReader.Objects(line, "retrieved").Select(p => JsonLinesReader.Required(p, "articleId"))],
        ElapsedMs = JsonLinesReader.Decimal(line, "elapsedMs"),
    };

    private static GivenQuote ReadQuote(JsonElement quote) => new(
        JsonLinesReader.Required(quote, "articleId"),
        JsonLinesReader.Number(quote, "start"),
        JsonLinesReader.Number(quote, "end"),
        JsonLinesReader.Required(quote, "quote"));
}
