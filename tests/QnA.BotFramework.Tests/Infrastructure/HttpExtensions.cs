using System.Text.Json.Nodes;

namespace QnA.BotFramework.Tests.Infrastructure;

internal static class HttpExtensions
{
    public static Task<string> TextAsync(this HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    public static async Task<JsonNode> JsonAsync(this HttpResponseMessage response) => JsonNode.Parse(await response.TextAsync())!;

    public static Task<HttpResponseMessage> RequestAsync(this HttpClient client, HttpRequestMessage request) =>
        client.SendAsync(request, TestContext.Current.CancellationToken);
}
