namespace QnA.Lucene.Index;

/// <summary>Reads variable-length integers of seven bits a byte, lowest bits first, as <see cref="BinaryWriter.Write7BitEncodedInt"/> writes them.</summary>
internal ref struct VarintReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>Gets the bytes that were not read yet.</summary>
    public readonly ReadOnlySpan<byte> Rest => _rest;

    /// <summary>Reads an integer.</summary>
    /// <exception cref="InvalidDataException">The bytes end before it, or it is too long for one.</exception>
    public int Read()
    {
        var (value, shift) = (0u, 0);
        for (var i = 0; i < _rest.Length && shift < 35; i++, shift += 7)
        {
            value |= (uint)(_rest[i] & 0x7F) << shift;
            if (_rest[i] < 0x80)
            {
                _rest = _rest[(i + 1)..];
                return (int)value;
            }
        }

        throw new InvalidDataException("The bytes end in the middle of a number.");
    }
}
