using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>The body of a failed request to or from a channel.</summary>
public class ErrorResponse
{
    /// <summary>Initializes an empty error body.</summary>
    public ErrorResponse()
    {
    }

    /// <summary>Initializes an error body from its parts.</summary>
    public ErrorResponse(Error? error = null)
    {
        Error = error;
    }

    /// <summary>Gets or sets what went wrong.</summary>
    [JsonPropertyName("error")]
    public Error? Error { get; set; }
}

/// <summary>What went wrong with a request.</summary>
public class Error
{
    /// <summary>Initializes an empty error.</summary>
    public Error()
    {
    }

    /// <summary>Initializes an error from its parts.</summary>
    public Error(string? code = null, string? message = null, InnerHttpError? innerHttpError = null)
    {
        Code = code;
        Message = message;
        InnerHttpError = innerHttpError;
    }

    /// <summary>Gets or sets the error's code, for programs.</summary>
    [JsonPropertyName("code")]
    public string? Code { get; set; }

    /// <summary>Gets or sets the error's description, for people.</summary>
    [JsonPropertyName("message")]
    public string? Message { get; set; }

    /// <summary>Gets or sets the failed request behind this one.</summary>
    [JsonPropertyName("innerHttpError")]
    public InnerHttpError? InnerHttpError { get; set; }
}

/// <summary>A failed request that a service made in turn.</summary>
public class InnerHttpError
{
    /// <summary>Initializes an empty error.</summary>
    public InnerHttpError()
    {
    }

    /// <summary>Initializes an error from its parts.</summary>
    public InnerHttpError(int? statusCode = null, object? body = null)
    {
        StatusCode = statusCode;
        Body = body;
    }

    /// <summary>Gets or sets the HTTP status.</summary>
    [JsonPropertyName("statusCode")]
    public int? StatusCode { get; set; }

    /// <summary>Gets or sets the body.</summary>
    [JsonPropertyName("body")]
    public object? Body { get; set; }
}
