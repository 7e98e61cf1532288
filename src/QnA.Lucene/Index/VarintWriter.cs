namespace QnA.Lucene.Index;

/// <summary>Writes variable-length integers of seven bits a byte, lowest bits first, as <see cref="VarintReader"/> reads them, and other bytes.</summary>
/// <remarks>For one thread at a time; <see cref="Clear"/> lets the room be used again.</remarks>
internal sealed class VarintWriter
{
    private byte[] _bytes = new byte[256];

    /// <summary>Gets how many bytes were written.</summary>
    public int Count { get; private set; }

    /// <summary>Gets what was written, until more is.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Count);

    /// <summary>Forgets what was written.</summary>
    public void Clear() => Count = 0;

    /// <summary>Writes an integer.</summary>
    public void Write(int value)
    {
        var rest = (uint)value;
        for (; rest >= 0x80; rest >>= 7)
        {
            WriteByte((byte)(rest | 0x80));
        }

        WriteByte((byte)rest);
    }

    /// <summary>Writes a byte as it is.</summary>
    public void WriteByte(byte value)
    {
        if (Count == _bytes.Length)
        {
            Array.Resize(ref _bytes, 2 * Count);
        }

        _bytes[Count++] = value;
    }
}
