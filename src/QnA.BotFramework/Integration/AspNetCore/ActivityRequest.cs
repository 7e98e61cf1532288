using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema;
using Microsoft.Net.Http.Headers;
using QnA.BotFramework.Serialization;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>Reads the activity of a request and says what is wrong with one that cannot be read.</summary>
internal static class ActivityRequest
{
    /// <summary>The largest body, in bytes; activities of channels are far smaller, for files travel as addresses.</summary>
    internal const int MaxBodyLength = 256 * 1024;

    /// <summary>Reads the activity.</summary>
    /// <exception cref="BadActivityException">There is none, or it lacks what every activity needs.</exception>
    public static async Task<Activity> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!IsJson(request.ContentType))
        {
            throw new BadActivityException(
                StatusCodes.Status415UnsupportedMediaType, "UnsupportedMediaType", "The body must be JSON in UTF-8: send Content-Type application/json.");
        }

        if (request.ContentLength > MaxBodyLength)
        {
            throw TooLarge();
        }

        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > MaxBodyLength)
            {
                throw TooLarge();
            }

            if (read.IsCompleted)
            {
                try
                {
                    return Check(ActivityReader.Read(read.Buffer));
                }
                catch (FormatException exception)
                {
                    throw BadRequest(exception.Message);
                }
                finally
                {
                    reader.AdvanceTo(read.Buffer.End);
                }
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static Activity Check(Activity activity)
    {
        if (string.IsNullOrWhiteSpace(activity.ServiceUrl))
        {
            throw new FormatException("The activity has no serviceUrl.");
        }

        if (string.IsNullOrWhiteSpace(activity.Conversation?.Id))
        {
            throw new FormatException("The activity has no conversation with an id.");
        }

        activity.ChannelId ??= string.Empty;
        activity.From ??= new ChannelAccount();
        activity.Recipient ??= new ChannelAccount();
        return activity;
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.MediaType.Equals(Activity.ContentType, StringComparison.OrdinalIgnoreCase)
            || type.MediaType.Equals(Activity.ContentType + "+json", StringComparison.OrdinalIgnoreCase))
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase));

    private static BadActivityException BadRequest(string message) => new(StatusCodes.Status400BadRequest, "BadRequest", message);

    private static BadActivityException TooLarge() => new(
        StatusCodes.Status413PayloadTooLarge, "PayloadTooLarge", $"The body is larger than {MaxBodyLength} bytes.");
}

/// <summary>A request that cannot be handled; its message may go to the sender.</summary>
internal sealed class BadActivityException(int statusCode, string code, string message) : Exception(message)
{
    public int StatusCode { get; } = statusCode;

    public string Code { get; } = code;
}
