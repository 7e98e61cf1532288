using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using QnA.Core.Articles;

namespace QnA.Sources.Files.JsonLines;

/// <summary>Writes articles as JSON Lines, so that reading them gives the same versions and fingerprints.</summary>
/// <remarks>
/// The fields are those that <see cref="JsonLinesFileReader"/> reads, in a fixed order and without white space, so the same articles
/// in the same order are the same bytes. What only a store knows of an article stands in the object <c>qna</c>: where its source has
/// it, where its pages start and what its blocks are. One article is in memory at a time.
/// </remarks>
public static class JsonArticleWriter
{
    // Large enough that writing costs little beside reading the articles.
    private const int FlushBytes = 256 * 1024;

    private static readonly JsonWriterOptions Options = new()
    {
        // Lines of a file, never part of a page; and every escape makes the file longer.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes articles to a stream.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="stream">Where they go; it is flushed and left open.</param>
    /// <param name="progress">Hears how many articles were written, or <see langword="null"/>; called after each.</param>
    /// <param name="cancellationToken">Stops the work between two articles.</param>
    /// <returns>How many articles were written.</returns>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static async Task<int> WriteAsync(
        IAsyncEnumerable<Article> articles, Stream stream, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(stream);
        var buffer = new ArrayBufferWriter<byte>(FlushBytes);
        var json = new Utf8JsonWriter(buffer, Options);
        await using (json.ConfigureAwait(false))
        {
            var count = 0;
            await foreach (var article in articles.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                Write(json, article);
                await json.FlushAsync(cancellationToken).ConfigureAwait(false);
                json.Reset();
                buffer.Write("\n"u8);
                if (buffer.WrittenCount >= FlushBytes)
                {
                    await stream.WriteAsync(buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
                    buffer.ResetWrittenCount();
                }

                progress?.Report(++count);
            }

            await stream.WriteAsync(buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
            await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
            return count;
        }
    }

    private static void Write(Utf8JsonWriter json, Article article)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, article.Id);
        json.WriteString("title"u8, article.Title);
        WriteIfKnown(json, "url", article.Url);
        WriteIfKnown(json, "published", article.Published?.ToString());
        WriteIfKnown(json, "language", article.Language);
        WriteIfKnown(json, "author", article.Author);
        if (article.Tags.Count > 0)
        {
            json.WriteStartArray("tags"u8);
            foreach (var tag in article.Tags)
            {
                json.WriteStringValue(tag);
            }

            json.WriteEndArray();
        }

        json.WriteStartObject("qna"u8);
        json.WriteString("source"u8, article.Source);
        json.WriteString("location"u8, article.Location);
        if (article.PageStarts.Count > 0)
        {
            json.WriteStartArray("pageStarts"u8);
            foreach (var start in article.PageStarts)
            {
                json.WriteNumberValue(start);
            }

            json.WriteEndArray();
        }

        if (article.Blocks.Count > 0)
        {
            json.WriteStartArray("blocks"u8);
            foreach (var block in article.Blocks)
            {
                BlockFields.Write(json, block);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteString("text"u8, article.Text.Value);
        json.WriteEndObject();
    }

    private static void WriteIfKnown(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
