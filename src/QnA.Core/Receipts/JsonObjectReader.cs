namespace QnA.Core.Receipts;

/// <summary>One object of a file, or what stood in its place.</summary>
/// <param name="Bytes">The object from brace to brace; valid until the next read.</param>
/// <param name="Line">The line of its first brace, from 1.</param>
/// <param name="Position">The byte of that line, from 1.</param>
/// <param name="Error">What was wrong; <see langword="null"/> where <paramref name="Bytes"/> are an object.</param>
internal sealed record JsonObjectBytes(ReadOnlyMemory<byte> Bytes, int Line, int Position, UnreadableReceipt? Error);

/// <summary>Finds the top-level objects of a file by their braces, so that a broken one does not hide the rest.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class JsonObjectReader(Stream stream, int maxBytes)
{
    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    private byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;
    private int _line = 1;
    private int _position = 1;
    private bool _begun;
    private bool _ended;
    private bool _inArray;

    /// <summary>Finds the next object.</summary>
    /// <returns><see langword="null"/> at the end of the file.</returns>
    public async ValueTask<JsonObjectBytes?> ReadAsync(CancellationToken cancellationToken)
    {
        if (!_begun)
        {
            _begun = true;
            while (_end < Utf8Mark.Length && await FillAsync(cancellationToken).ConfigureAwait(false))
            {
            }

            if (IsUtf16())
            {
                _start = _end;
                _ended = true;
                return Error("The file is UTF-16. Save it as UTF-8.");
            }

            _start = _buffer.AsSpan(0, _end).StartsWith(Utf8Mark) ? Utf8Mark.Length : 0;
        }

        while (_start < _end || await FillAsync(cancellationToken).ConfigureAwait(false))
        {
            switch (_buffer[_start])
            {
                case (byte)'{':
                    return await ReadObjectAsync(cancellationToken).ConfigureAwait(false);
                case (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n':
                case (byte)',' when _inArray:
                    break;
                case (byte)'[' when !_inArray:
                    _inArray = true;
                    break;
                case (byte)']' when _inArray:
                    _inArray = false;
                    break;
                default:
                    var error = Error("A receipt begins with {, and something else stands here.");
                    await SkipToNextObjectAsync(cancellationToken).ConfigureAwait(false);
                    return error;
            }

            Advance(1);
        }

        if (_inArray)
        {
            _inArray = false;
            return Error("The file ends before its list does: it may have been cut off.");
        }

        return null;
    }

    private async ValueTask<JsonObjectBytes> ReadObjectAsync(CancellationToken cancellationToken)
    {
        var (depth, inString, escaped) = (0, false, false);
        for (var i = 0; i < maxBytes; i++)
        {
            if (_start + i == _end && !await FillAsync(cancellationToken).ConfigureAwait(false))
            {
                return await BrokenAsync("The file ends before this receipt does: it may have been cut off.").ConfigureAwait(false);
            }

            var current = _buffer[_start + i];
            if (escaped)
            {
                escaped = false;
            }
            else if (inString)
            {
                if (current == '\n')
                {
                    return await BrokenAsync("A string of this receipt is not closed on its line.").ConfigureAwait(false);
                }

                escaped = current == '\\';
                inString = current != '"';
            }
            else if (current == '"')
            {
                inString = true;
            }
            else if (current is (byte)'{' or (byte)'[')
            {
                depth++;
            }
            else if (current is (byte)'}' or (byte)']' && --depth == 0)
            {
                var found = new JsonObjectBytes(_buffer.AsMemory(_start, i + 1), _line, _position, Error: null);
                Advance(i + 1);
                return found;
            }
        }

        return await BrokenAsync($"This receipt is longer than {maxBytes / 1024 / 1024} MiB, or its braces do not match.").ConfigureAwait(false);

        async ValueTask<JsonObjectBytes> BrokenAsync(string reason)
        {
            var error = Error(reason);
            await SkipToNextObjectAsync(cancellationToken).ConfigureAwait(false);
            return error;
        }
    }

    private async ValueTask SkipToNextObjectAsync(CancellationToken cancellationToken)
    {
        var atLineStart = false;
        while (_start < _end || await FillAsync(cancellationToken).ConfigureAwait(false))
        {
            if (atLineStart && _buffer[_start] == '{')
            {
                return;
            }

            atLineStart = _buffer[_start] == '\n';
            Advance(1);
        }
    }

    private JsonObjectBytes Error(string reason) =>
        new(default, _line, _position, new UnreadableReceipt(_line, _position, reason));

    private bool IsUtf16() => _end >= 2 && (_buffer[0], _buffer[1]) is (0xFF, 0xFE) or (0xFE, 0xFF) or ((byte)'{', 0) or (0, (byte)'{');

    private void Advance(int count)
    {
        foreach (var passed in _buffer.AsSpan(_start, count))
        {
            if (passed == '\n')
            {
                _line++;
                _position = 1;
            }
            else
            {
                _position++;
            }
        }

        _start += count;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_ended)
        {
            return false;
        }

        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += read;
        _ended = read == 0;
        return !_ended;
    }
}
