using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using QnA.Core.Answers;

namespace QnA.Core.Receipts;

/// <summary>How receipts are written and read.</summary>
[JsonSerializable(typeof(Receipt))]
internal sealed partial class ReceiptJsonContext : JsonSerializerContext
{
    /// <summary>One line; also the context for reading.</summary>
    public static ReceiptJsonContext Compact { get; } = new(OptionsFor(indented: false));

    /// <summary>Many lines, for people.</summary>
    public static ReceiptJsonContext Indented { get; } = new(OptionsFor(indented: true));

    private static JsonSerializerOptions OptionsFor(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Receipts are files and lines of a terminal, never part of a page, so the letters that HTML reserves need no escape.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter<AnswerStatus>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false),
            new JsonStringEnumConverter<NotFoundKind>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false),
        },
        // A file with two values for one name, or none where one belongs, proves nothing.
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        WriteIndented = indented,
        NewLine = "\n",
    };
}
