using System.Runtime.CompilerServices;
using QnA.Core.Ingestion;

namespace QnA.Sources.Files.JsonLines;

/// <summary>Reads JSON Lines: each line is an article; a line that is wrong is a failure, and the next is read.</summary>
/// <remarks>The file is streamed: what is held in memory is one line.</remarks>
internal sealed class JsonLinesFileReader : IArticleFileReader
{
    public IReadOnlyCollection<string> Extensions { get; } = [".jsonl", ".ndjson"];

    public async IAsyncEnumerable<SourceItem> ReadAsync(FileReadContext file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stream = file.OpenRead();
        await using (stream.ConfigureAwait(false))
        {
            using var lines = new LineReader(stream, file.Options.MaxFileBytes);
            var bytes = 0L;
            for (var number = 1; await lines.ReadAsync(cancellationToken).ConfigureAwait(false); number++)
            {
                bytes += lines.BytesRead;
                if (ReadLine(file, lines, number, bytes) is { } item)
                {
                    bytes = 0;
                    yield return item;
                }
            }
        }
    }

    private static SourceItem? ReadLine(FileReadContext file, LineReader lines, int number, long bytes)
    {
        if (lines.IsTooLong)
        {
            return file.Fail(file.TooLarge("The line", lines.BytesRead), number, bytes);
        }

        var line = lines.Line;
        if (number == 1)
        {
            line = WithoutMark(line);
        }

        try
        {
            return line.Trim(" \t\r"u8).IsEmpty ? null : new ReadArticle(JsonArticleParser.Parse(line, file), number, bytes);
        }
        catch (ArticleFormatException e)
        {
            return file.Fail(e.Message, number, bytes);
        }
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || line.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            throw new ArticleFormatException("JSON Lines must be UTF-8, and this file begins with the mark of UTF-16. Save it as UTF-8.");
        }

        var mark = System.Text.Encoding.UTF8.Preamble;
        return line.StartsWith(mark) ? line[mark.Length..] : line;
    }
}
