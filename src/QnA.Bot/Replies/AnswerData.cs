using System.Text.Json;
using QnA.Core.Answers;
using QnA.Core.Receipts;

namespace QnA.Bot.Replies;

/// <summary>Gives an answer as data for a page: its receipt, as dictionaries, lists, strings, numbers and booleans.</summary>
/// <remarks>Channel data of such types is written alike by every serializer.</remarks>
internal static class AnswerData
{
    public static IDictionary<string, object?> Of(Answer answer)
    {
        using var receipt = JsonDocument.Parse(Receipt.From(answer, id: null).ToJson());
        return ObjectOf(receipt.RootElement);
    }

    private static Dictionary<string, object?> ObjectOf(JsonElement element) =>
        element.EnumerateObject().ToDictionary(p => p.Name, p => ValueOf(p.Value), StringComparer.Ordinal);

    private static object? ValueOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => ObjectOf(element),
        JsonValueKind.Array => element.EnumerateArray().Select(ValueOf).ToList(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? (object)whole : element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
