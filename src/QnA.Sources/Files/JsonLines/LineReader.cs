using System.Buffers;

namespace QnA.Sources.Files.JsonLines;

/// <summary>Reads the lines of a stream one by one, none of them longer than a limit.</summary>
/// <remarks>
/// One buffer, grown to the longest line so far and never to much more than the limit: what is longer is passed over. Not safe for
/// concurrent use.
/// </remarks>
internal sealed class LineReader(Stream stream, int maxLineBytes, int bufferBytes = LineReader.DefaultBufferBytes) : IDisposable
{
    // Large enough that reading costs little beside parsing, small enough to stay in a processor's cache.
    private const int DefaultBufferBytes = 128 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(bufferBytes);
    private int _next;
    private int _end;
    private int _lineStart;
    private int _lineLength;

    /// <summary>Gets the line that was read, without its <c>\n</c>; valid until the next is read. Empty where it is too long.</summary>
    public ReadOnlySpan<byte> Line => _buffer.AsSpan(_lineStart, _lineLength);

    /// <summary>Gets how many bytes the line took up, with its end.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Gets whether the line is longer than the limit.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Reads the next line.</summary>
    /// <returns><see langword="false"/> at the end of the stream.</returns>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        (BytesRead, IsTooLong) = (0, false);
        var searched = 0;
        while (true)
        {
            var found = _buffer.AsSpan(_next + searched, _end - _next - searched).IndexOf((byte)'\n');
            if (found >= 0)
            {
                TakeLine(searched + found, lineEnd: 1);
                return true;
            }

            searched = _end - _next;
            if (searched > maxLineBytes)
            {
                IsTooLong = true;
                BytesRead += searched;
                (_next, _end, searched) = (0, 0, 0);
            }

            if (!await FillAsync(cancellationToken).ConfigureAwait(false))
            {
                TakeLine(searched, lineEnd: 0);
                return BytesRead > 0;
            }
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void TakeLine(int length, int lineEnd)
    {
        IsTooLong |= length > maxLineBytes;
        BytesRead += length + lineEnd;
        (_lineStart, _lineLength) = (_next, IsTooLong ? 0 : length);
        _next += length + lineEnd;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_next > 0)
        {
            _buffer.AsSpan(_next, _end - _next).CopyTo(_buffer);
            (_next, _end) = (0, _end - _next);
        }

        if (_end == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.AsSpan().CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += read;
        return read > 0;
    }
}
