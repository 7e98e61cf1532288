using System.Buffers.Binary;
using Lucene.Net.Store;

namespace QnA.Lucene.Index;

/// <summary>Reads a part of a <see cref="MappedFile"/>. One thread at a time; a clone has a position of its own.</summary>
/// <remarks>Every read is checked against the part's end, so that a damaged index gives an error and never memory that is not its own.</remarks>
internal sealed unsafe class MappedIndexInput : IndexInput
{
    // What the pointers point into must not be collected before this object.
    private readonly MappedFile _file;
    private readonly byte* _start;
    private readonly byte* _end;
    private byte* _next;

    /// <summary>Opens a part of a file.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The file does not have that part.</exception>
    public MappedIndexInput(MappedFile file, long offset, long length)
        : base(file.Path)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, file.Length - offset);
        _file = file;
        _start = file.Start + offset;
        _end = _start + length;
        _next = _start;
    }

    /// <inheritdoc/>
    public override long Length => _end - _start;

    /// <inheritdoc/>
    public override long Position => _next - _start;

    /// <inheritdoc/>
    public override void Seek(long pos)
    {
        if (pos < 0 || pos > Length)
        {
            throw PastTheEnd(pos);
        }

        _next = _start + pos;
    }

    /// <inheritdoc/>
    public override byte ReadByte()
    {
        if (_next >= _end)
        {
            throw PastTheEnd(Position + 1);
        }

        var value = *_next++;
        GC.KeepAlive(this);
        return value;
    }

    /// <inheritdoc/>
    public override void ReadBytes(byte[] b, int offset, int len)
    {
        Take(len).CopyTo(b.AsSpan(offset, len));
        GC.KeepAlive(this);
    }

    /// <inheritdoc/>
    public override short ReadInt16()
    {
        var value = BinaryPrimitives.ReadInt16BigEndian(Take(sizeof(short)));
        GC.KeepAlive(this);
        return value;
    }

    /// <inheritdoc/>
    public override int ReadInt32()
    {
        var value = BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int)));
        GC.KeepAlive(this);
        return value;
    }

    /// <inheritdoc/>
    public override long ReadInt64()
    {
        var value = BinaryPrimitives.ReadInt64BigEndian(Take(sizeof(long)));
        GC.KeepAlive(this);
        return value;
    }

    /// <inheritdoc/>
    public override int ReadVInt32()
    {
        var part = ReadByte();
        var value = part & 0x7F;
        for (var shift = 7; (part & 0x80) != 0; shift += 7)
        {
            part = shift < 32 ? ReadByte() : throw new IOException($"{this} has a number of too many bytes at {Position}.");
            value |= (part & 0x7F) << shift;
        }

        return value;
    }

    /// <inheritdoc/>
    public override long ReadVInt64()
    {
        var part = ReadByte();
        var value = part & 0x7FL;
        for (var shift = 7; (part & 0x80) != 0; shift += 7)
        {
            part = shift < 64 ? ReadByte() : throw new IOException($"{this} has a number of too many bytes at {Position}.");
            value |= (part & 0x7FL) << shift;
        }

        return value;
    }

    /// <inheritdoc/>
    public override void SkipBytes(long numBytes) => Seek(Position + numBytes);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // What is mapped is given back when neither this input nor a clone of it is left.
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > _end - _next)
        {
            throw PastTheEnd(Position + count);
        }

        var taken = new ReadOnlySpan<byte>(_next, count);
        _next += count;
        return taken;
    }

    private EndOfStreamException PastTheEnd(long position) => new($"{this} ends at byte {Length} and was read to {position}; the index is damaged.");
}
