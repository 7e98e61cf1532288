using System.Globalization;

namespace QnA.Sources.Web.Fetching;

/// <summary>Reads what a server sends, up to a limit.</summary>
internal static class BodyReader
{
    private const int BufferBytes = 81920;

    /// <summary>Reads a body to its end.</summary>
    /// <param name="content">The body; it is unpacked while it is read, so the limit holds for a bomb as well.</param>
    /// <param name="maxBytes">How many bytes it may have.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="WebFetchException">It is larger.</exception>
    public static async Task<byte[]> ReadAsync(HttpContent content, int maxBytes, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > maxBytes)
        {
            throw TooLarge(maxBytes);
        }

        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var body = new MemoryStream();
            var buffer = new byte[BufferBytes];
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                if (body.Length + read > maxBytes)
                {
                    throw TooLarge(maxBytes);
                }

                await body.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            }

            return body.ToArray();
        }
    }

    /// <summary>Says that a body is larger than the limit.</summary>
    public static WebFetchException TooLarge(int maxBytes) => new(string.Create(
        CultureInfo.InvariantCulture, $"It was cut off: it has more than {maxBytes:N0} bytes when unpacked. Raise {WebOptions.MaxBytesSetting} if that is right."));
}
