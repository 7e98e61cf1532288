using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace QnA.Sources.Web.Fetching;

/// <summary>Keeps on disk what was fetched last from each address, with what the server needs to say "not modified".</summary>
/// <remarks>
/// What cannot be read is taken as not there, and what cannot be written is not kept: the page is fetched again then. Safe for
/// concurrent use, of several programs as well: a file is written whole before it takes its name.
/// </remarks>
internal sealed partial class WebCache(string folder)
{
    /// <summary>Gets what is kept of an address, and keeps that it was asked for; <see langword="null"/> where that is nothing.</summary>
    /// <param name="address">The address.</param>
    /// <param name="now">The time, which <see cref="Forget"/> goes by.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<WebDocument?> FindAsync(Uri address, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            var path = PathOf(address);
            var bytes = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
            KeepAsked(path, now);
            var end = Array.IndexOf(bytes, (byte)'\n');
            var head = end < 0 ? null : JsonSerializer.Deserialize<Head>(bytes.AsSpan(0, end));
            var body = bytes[(end + 1)..];
            return head is null || head.Asked != address.AbsoluteUri || head.Hash != Convert.ToHexString(SHA256.HashData(body))
                ? null
                : new WebDocument(new Uri(head.Address), head.MediaType, head.Charset, body)
                {
                    ETag = head.ETag,
                    LastModified = head.LastModified,
                    Fetched = head.Fetched,
                };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or UriFormatException)
        {
            return null;
        }
    }

    /// <summary>Keeps what was fetched.</summary>
    public async Task PutAsync(Uri address, WebDocument document, CancellationToken cancellationToken)
    {
        var head = new Head(
            address.AbsoluteUri, document.Address.AbsoluteUri, document.MediaType, document.Charset, document.ETag, document.LastModified,
            document.Fetched, Convert.ToHexString(SHA256.HashData(document.Body)));
        var path = PathOf(address);
        var temporary = $"{path}.{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(folder);
            var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write);
            await using (file.ConfigureAwait(false))
            {
                await file.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(head), cancellationToken).ConfigureAwait(false);
                file.WriteByte((byte)'\n');
                await file.WriteAsync(document.Body, cancellationToken).ConfigureAwait(false);
            }

            File.SetLastWriteTimeUtc(temporary, document.Fetched.UtcDateTime);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A full disk costs a transfer next time, no article.
            File.Delete(temporary);
        }
    }

    /// <summary>Forgets what was not asked for since a time: pages that no source names any more. Other files are left alone.</summary>
    /// <param name="before">The time.</param>
    public void Forget(DateTimeOffset before)
    {
        try
        {
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles().Where(file => file.LastWriteTimeUtc < before.UtcDateTime && OwnName.IsMatch(file.Name)))
            {
                file.Delete();
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is tried again next time.
        }
    }

    private static void KeepAsked(string path, DateTimeOffset now)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, now.UtcDateTime);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What may be read only is still good to read.
        }
    }

    private string PathOf(Uri address) =>
        Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri))));

    // A name as of PathOf, or that of a file that was not written to its end.
    [GeneratedRegex("^[0-9a-f]{64}([.][0-9a-f]{32})?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex OwnName { get; }

    private sealed record Head(
        string Asked, string Address, string MediaType, string Charset, string? ETag, string? LastModified, DateTimeOffset Fetched, string Hash);
}
