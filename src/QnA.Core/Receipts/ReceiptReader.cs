using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace QnA.Core.Receipts;

/// <summary>Reads receipts from a file: one JSON object, a JSON array of them, or JSON Lines.</summary>
/// <remarks>
/// UTF-8, with or without a byte order mark. One receipt is in memory at a time. A receipt that cannot be read is an error among
/// the others; where its braces do not match, reading goes on at the next line that begins with <c>{</c>. Properties that are not
/// known are ignored.
/// </remarks>
public static class ReceiptReader
{
    /// <summary>How long one receipt may be, in bytes.</summary>
    public const int MaxReceiptBytes = 4 * 1024 * 1024;

    /// <summary>Reads every receipt.</summary>
    /// <param name="stream">The file; it is left open.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Receipts and errors in the order of the file.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static async IAsyncEnumerable<ReceiptItem> ReadAsync(
        Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var objects = new JsonObjectReader(stream, MaxReceiptBytes);
        while (await objects.ReadAsync(cancellationToken).ConfigureAwait(false) is { } found)
        {
            yield return found.Error ?? Parse(found);
        }
    }

    /// <summary>Reads one receipt.</summary>
    /// <param name="json">A JSON object.</param>
    /// <returns>The receipt, or an error that says what is wrong with it.</returns>
    public static ReceiptItem Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Parse(new JsonObjectBytes(Encoding.UTF8.GetBytes(json), Line: 1, Position: 1, Error: null));
    }

    private static ReceiptItem Parse(JsonObjectBytes json)
    {
        try
        {
            var receipt = JsonSerializer.Deserialize(json.Bytes.Span, ReceiptJsonContext.Compact.Receipt);
            return receipt is null || HasNull(receipt)
                ? new UnreadableReceipt(json.Line, json.Position, "A list of the receipt has null where an object belongs.")
                : new ReadReceipt(receipt, json.Line);
        }
        catch (JsonException exception)
        {
            var line = (int)(exception.LineNumber ?? 0);
            var position = (int)(exception.BytePositionInLine ?? 0);
            return new UnreadableReceipt(
                json.Line + line,
                line == 0 ? json.Position + position : position + 1,
                Describe(exception));
        }
    }

    private static bool HasNull(Receipt receipt) =>
        receipt.Citations.Contains(null!)
        || receipt.Citations.Any(citation => citation.AlsoIn?.Contains(null!) == true)
        || receipt.Retrieved.Contains(null!)
        || receipt.Usage?.Contains(null!) == true
        || (receipt.Why is { } why && (why.Nearest.Contains(null!) || why.MissingWords.Contains(null!)));

    // The serializer's own sentences name our types and count lines anew in each object, so only their facts are taken.
    private static string Describe(JsonException exception)
    {
        if (exception.InnerException is JsonException syntax)
        {
            return $"This is not JSON: {Before(syntax.Message, " LineNumber: ")}";
        }

        var where = exception.Path is null or "$" ? "The receipt" : exception.Path.TrimStart('$', '.');
        const string Missing = "including: ";
        var missing = exception.Message.IndexOf(Missing, StringComparison.Ordinal);
        return missing >= 0
            ? $"{where} lacks {Before(exception.Message[(missing + Missing.Length)..], ". Path: ")}."
            : $"{where} is not what belongs there: it is of another kind, or it is given twice.";
    }

    private static string Before(string text, string end)
    {
        var at = text.IndexOf(end, StringComparison.Ordinal);
        return at < 0 ? text.TrimEnd('.') : text[..at];
    }
}
