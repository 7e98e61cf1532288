using Microsoft.Rest;

namespace Microsoft.Bot.Schema;

/// <summary>A channel refused a request.</summary>
public class ErrorResponseException : RestException
{
    /// <summary>Initializes the exception.</summary>
    public ErrorResponseException()
    {
    }

    /// <summary>Initializes the exception with a message.</summary>
    /// <param name="message">The message.</param>
    public ErrorResponseException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes the exception with a message and a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public ErrorResponseException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Gets or sets the request; its body is left out, for it has people's text.</summary>
    public HttpRequestMessageWrapper? Request { get; set; }

    /// <summary>Gets or sets the response.</summary>
    public HttpResponseMessageWrapper? Response { get; set; }

    /// <summary>Gets or sets the response's error, when the body was one.</summary>
    public ErrorResponse? Body { get; set; }
}
