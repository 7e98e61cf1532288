using System.Net.Http.Headers;
using System.Net.Sockets;

namespace QnA.Sources.Web.Fetching;

/// <summary>What is asked of servers, and what their answers mean.</summary>
internal static class WebRequests
{
    /// <summary>Makes a request.</summary>
    /// <param name="uri">What is asked for.</param>
    /// <param name="kept">What is kept of it from before, if anything.</param>
    /// <param name="userAgent">Who asks.</param>
    public static HttpRequestMessage Create(Uri uri, WebDocument? kept, string userAgent)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, uri);
        request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        request.Headers.TryAddWithoutValidation("Accept", "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8");
        if (kept?.ETag is { } tag)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        if (kept?.LastModified is { } modified)
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        }

        return request;
    }

    /// <summary>Makes a document of an answer.</summary>
    public static WebDocument Document(Uri uri, HttpResponseMessage response, byte[] body, DateTimeOffset now)
    {
        _ = MediaTypeHeaderValue.TryParse(Header(response.Content.Headers, "Content-Type"), out var type);
        return new WebDocument(uri, type?.MediaType?.ToLowerInvariant() ?? "", type?.CharSet?.Trim('"') ?? "", body)
        {
            ETag = Header(response.Headers, "ETag"),
            LastModified = Header(response.Content.Headers, "Last-Modified"),
            Fetched = now,
        };
    }

    /// <summary>Follows a redirect.</summary>
    /// <exception cref="WebFetchException">It leads nowhere.</exception>
    public static Uri Follow(Uri from, Uri location) =>
        Uri.TryCreate(from, location, out var to) ? AddressPolicy.Parse(to.AbsoluteUri) : throw new WebFetchException($"{from.Host} redirects to what is no address.");

    /// <summary>Says what a status means.</summary>
    public static string Meaning(int status) => status switch
    {
        401 or 403 or 407 => ": it does not let this program read the page",
        404 or 410 => ": there is no such page",
        429 => ": it was asked too often",
        >= 500 => ": it has a problem of its own",
        _ => "",
    };

    /// <summary>Says for people what the network said for programmers.</summary>
    public static WebFetchException Explain(Uri uri, Exception exception)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (inner is WebFetchException known)
            {
                return known;
            }

            if (inner is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData })
            {
                return new WebFetchException($"There is no host {uri.Host}. Check the address.", exception);
            }

            if (inner is InvalidDataException)
            {
                return new WebFetchException($"What {uri.Host} sent is damaged: it cannot be unpacked.", exception);
            }
        }

        return exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError }
            ? new WebFetchException($"{uri.Host} cannot be reached.", exception)
            : new WebFetchException($"The connection to {uri.Host} failed: {exception.Message}", exception);
    }

    private static string? Header(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
