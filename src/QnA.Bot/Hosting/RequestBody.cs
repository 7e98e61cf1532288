using System.Buffers;

namespace QnA.Bot.Hosting;

/// <summary>Reads bodies of requests up to a limit.</summary>
internal static class RequestBody
{
    /// <summary>The largest body, in bytes; channels send at most 256 KB (Direct Line's limit of an activity).</summary>
    public const int MaxLength = 256 * 1024;

    /// <summary>Reads the whole body.</summary>
    /// <returns><see langword="null"/> where it is larger than <see cref="MaxLength"/>.</returns>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxLength)
        {
            return null;
        }

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > MaxLength)
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
