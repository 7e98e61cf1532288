using System.Text.Json;
using QnA.Evaluation.Sets;

namespace QnA.Evaluation.Claims;

/// <summary>Reads a file of judged sentences, JSON Lines; <c>docs/evaluation.md</c> describes it.</summary>
public static class JudgedClaimReader
{
    /// <summary>Reads every line that is not blank.</summary>
    /// <param name="path">The file, UTF-8.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Sentences and wrong lines in the order of the file.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IAsyncEnumerable<FileLine<JudgedClaim>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var name = Path.GetFileNameWithoutExtension(path);
        return JsonLinesReader.ReadAsync(path, line => Read(line, name), cancellationToken);
    }

    private static JudgedClaim Read(JsonElement line, string file) => new()
    {
        Id = JsonLinesReader.Required(line, "id"),
        Set = JsonLinesReader.Text(line, "set") ?? file,
        Question = JsonLinesReader.Text(line, "question") ?? "",
        Title = JsonLinesReader.Text(line, "title") ?? "",
        Claim = JsonLinesReader.Required(line, "claim"),
        Quotes = JsonLinesReader.Texts(line, "quotes") is { Count: > 0 } quotes && quotes.All(quote => quote.Length > 0)
            ? quotes
            : throw new FormatException("the field \"quotes\" must be a list of texts, none of them empty."),
        IsSupported = line.TryGetProperty("supported", out var supported) && supported.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? supported.GetBoolean()
            : throw new FormatException("the field \"supported\" must be true or false."),
    };
}
