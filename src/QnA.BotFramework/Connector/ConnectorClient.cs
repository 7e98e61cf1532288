using System.Collections;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Rest;
using Polly.Timeout;
using QnA.BotFramework.Serialization;

namespace Microsoft.Bot.Connector;

/// <summary>Calls a channel's connector service over HTTP. Safe for use by several threads at once.</summary>
/// <param name="baseUri">The service's base address; a path in it is kept.</param>
/// <param name="credentials">What signs the requests; null when they are not signed.</param>
/// <param name="httpClient">The client; it belongs to the caller.</param>
/// <param name="policy">Where requests may go.</param>
internal sealed class ConnectorClient(Uri baseUri, ServiceClientCredentials? credentials, HttpClient httpClient, ServiceUrlPolicy policy)
    : IConnectorClient
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    public Uri BaseUri { get; set; } = baseUri;

    public ServiceClientCredentials? Credentials => credentials;

    public IConversations Conversations => field ??= new Conversations(this);

    public void Dispose()
    {
        // The HTTP client is shared by all turns; nothing here is this client's own.
    }

    /// <summary>Sends a request and reads its answer; a body of success that is empty or not JSON is read as an empty object.</summary>
    internal async Task<T> SendAsync<T>(HttpMethod method, string path, object? body, CancellationToken cancellationToken)
        where T : class
    {
        var address = AddressOf(path);
        policy.EnsureAllowed(address);
        using var request = new HttpRequestMessage(method, address);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), SchemaJson.Wire));
            request.Content.Headers.ContentType = Json;
        }

        if (credentials is not null)
        {
            await credentials.ProcessHttpRequestAsync(request, cancellationToken);
        }

        using var response = await SendAsync(request, cancellationToken);
        var content = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted
            ? Read<T>(content) ?? Empty<T>()
            : throw CreateException(request, response, content);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await httpClient.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
        }
        catch (TimeoutRejectedException exception)
        {
            throw new RestException($"{request.Method} {request.RequestUri} was not answered in {exception.Timeout.TotalSeconds} s.", exception);
        }
        catch (HttpRequestException exception)
        {
            throw new RestException($"{request.Method} {request.RequestUri} failed: {exception.Message}", exception);
        }
    }

    private static T Empty<T>()
        where T : class => JsonSerializer.Deserialize<T>(typeof(T).IsAssignableTo(typeof(IEnumerable)) ? "[]" : "{}", SchemaJson.Lenient)!;

    private static T? Read<T>(byte[] content)
        where T : class
    {
        if (content.Length == 0)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(content, SchemaJson.Lenient);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ErrorResponseException CreateException(HttpRequestMessage request, HttpResponseMessage response, byte[] content)
    {
        var body = Read<ErrorResponse>(content);
        var reason = body?.Error is { } error ? $": {error.Code} {error.Message}" : string.Empty;
        return new ErrorResponseException(
            $"{request.Method} {request.RequestUri?.GetLeftPart(UriPartial.Path)} was answered with HTTP status {(int)response.StatusCode}{reason}")
        {
            Request = new HttpRequestMessageWrapper(request, content: null),
            Response = new HttpResponseMessageWrapper(response, System.Text.Encoding.UTF8.GetString(content)),
            Body = body,
        };
    }

    private Uri AddressOf(string path)
    {
        // Only the path of the base counts; a query or fragment in a service url has no meaning.
        var root = BaseUri.GetLeftPart(UriPartial.Path);
        return new Uri(root.EndsWith('/') ? root + path : root + "/" + path, UriKind.Absolute);
    }
}
