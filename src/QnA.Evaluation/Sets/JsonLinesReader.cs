using System.Runtime.CompilerServices;
using System.Text.Json;

namespace QnA.Evaluation.Sets;

/// <summary>Reads JSON Lines whose wrong lines are reported and never stop the rest.</summary>
internal static class JsonLinesReader
{
    /// <summary>Reads every line that is not blank.</summary>
    /// <param name="path">The file, UTF-8.</param>
    /// <param name="read">Makes the value of a JSON object; throws <see cref="FormatException"/> with what is wrong.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async IAsyncEnumerable<FileLine<T>> ReadAsync<T>(
        string path, Func<JsonElement, T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path, cancellationToken).ConfigureAwait(false))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Parse(line, number, read);
            }
        }
    }

    /// <summary>Returns a text that must be there.</summary>
    public static string Required(JsonElement element, string name) =>
        Text(element, name) ?? throw new FormatException($"the field \"{name}\" is missing or no text.");

    /// <summary>Returns a text; <see langword="null"/> where there is none.</summary>
    public static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Returns a whole number that must be there.</summary>
    public static int Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : throw new FormatException($"the field \"{name}\" is missing or no whole number.");

    /// <summary>Returns a number; <see langword="null"/> where there is none.</summary>
    public static double? Decimal(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    /// <summary>Returns the objects of a list; none where there is no list.</summary>
    public static IEnumerable<JsonElement> Objects(JsonElement element, string name)
    {
        foreach (var item in Items(element, name))
        {
            yield return item.ValueKind == JsonValueKind.Object
                ? item
                : throw new FormatException($"the list \"{name}\" holds something that is no object.");
        }
    }

    /// <summary>Returns the texts of a list; none where there is no list.</summary>
    public static IReadOnlyList<string> Texts(JsonElement element, string name) =>
        [.. Items(element, name).Select(item => item.ValueKind == JsonValueKind.String
            ? item.GetString()!
            : throw new FormatException($"the list \"{name}\" holds something that is no text."))];

    private static IEnumerable<JsonElement> Items(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        return value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray()
            : throw new FormatException($"the field \"{name}\" is no list.");
    }

    private static FileLine<T> Parse<T>(string line, int number, Func<JsonElement, T> read)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new FileLine<T>(number, read(document.RootElement), null)
                : new FileLine<T>(number, null, "the line is no JSON object.");
        }
        catch (JsonException exception)
        {
            return new FileLine<T>(number, null, $"this is not JSON: {exception.Message}");
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException)
        {
            return new FileLine<T>(number, null, exception.Message);
        }
    }
}
