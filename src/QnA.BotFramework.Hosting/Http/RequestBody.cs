using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace QnA.BotFramework.Hosting;

/// <summary>Reads bodies of requests up to a limit.</summary>
public static class RequestBody
{
    /// <summary>Reads the whole body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxLength">The largest body, in bytes.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The body; <see langword="null"/> where it is larger.</returns>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int maxLength, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.ContentLength > maxLength)
        {
            return null;
        }

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > maxLength)
            {
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
