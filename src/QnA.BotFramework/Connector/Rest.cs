using System.Net;

namespace Microsoft.Rest;

/// <summary>Signs requests.</summary>
public abstract class ServiceClientCredentials
{
    /// <summary>Adds to a request what proves who sends it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the request is signed.</returns>
    public virtual Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>A failed call to a web service.</summary>
public class RestException : Exception
{
    /// <summary>Initializes the exception.</summary>
    public RestException()
    {
    }

    /// <summary>Initializes the exception with a message.</summary>
    /// <param name="message">The message.</param>
    public RestException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes the exception with a message and a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public RestException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>The headers and body of a request or response, kept for an error report.</summary>
public abstract class HttpMessageWrapper
{
    /// <summary>Gets or sets the body.</summary>
    public string? Content { get; set; }

    /// <summary>Gets the headers; those that carry credentials are left out.</summary>
    public IDictionary<string, IEnumerable<string>> Headers { get; } =
        new Dictionary<string, IEnumerable<string>>(StringComparer.OrdinalIgnoreCase);
}

/// <summary>A request, kept for an error report.</summary>
public class HttpRequestMessageWrapper : HttpMessageWrapper
{
    /// <summary>Initializes a copy of a request.</summary>
    /// <param name="httpRequest">The request.</param>
    /// <param name="content">Its body.</param>
    public HttpRequestMessageWrapper(HttpRequestMessage httpRequest, string? content)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);
        Method = httpRequest.Method;
        RequestUri = httpRequest.RequestUri;
        Content = content;
    }

    /// <summary>Gets or sets the method.</summary>
    public HttpMethod Method { get; protected set; }

    /// <summary>Gets or sets the address.</summary>
    public Uri? RequestUri { get; protected set; }
}

/// <summary>A response, kept for an error report.</summary>
public class HttpResponseMessageWrapper : HttpMessageWrapper
{
    /// <summary>Initializes a copy of a response.</summary>
    /// <param name="httpResponse">The response.</param>
    /// <param name="content">Its body.</param>
    public HttpResponseMessageWrapper(HttpResponseMessage httpResponse, string? content)
    {
        ArgumentNullException.ThrowIfNull(httpResponse);
        StatusCode = httpResponse.StatusCode;
        ReasonPhrase = httpResponse.ReasonPhrase;
        Content = content;
        foreach (var (name, values) in httpResponse.Headers)
        {
            Headers[name] = values.ToList();
        }
    }

    /// <summary>Gets or sets the status.</summary>
    public HttpStatusCode StatusCode { get; protected set; }

    /// <summary>Gets or sets the status in words.</summary>
    public string? ReasonPhrase { get; protected set; }
}
