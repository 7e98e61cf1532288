using System.Numerics;
using QnA.Lucene.Index;

namespace QnA.Lucene.Duplicates;

/// <summary>Writes ascending numbers as the gaps between them in a Rice code, which is nearly as short as any where the gaps are random.</summary>
/// <remarks>
/// Rice, Some practical universal noiseless coding techniques, 1979. A byte says how many low bits of a gap are written as they are; before these stands
/// what is above, in ones and a zero. Bits fill bytes from the lowest on.
/// </remarks>
internal static class GapCodec
{
    // Decoding looks at 57 bits or more at once, and these must hold all that is above and the zero.
    private const int MaxAbove = 48;

    /// <summary>Encodes numbers.</summary>
    /// <param name="values">Ascending numbers, none twice; where there are none, nothing is written.</param>
    /// <param name="bytes">Gets them.</param>
    public static void Encode(ReadOnlySpan<uint> values, VarintWriter bytes)
    {
        if (values.IsEmpty)
        {
            return;
        }

        var low = LowBits(values);
        bytes.WriteByte((byte)low);
        var (bits, count) = (0UL, 0);
        var next = 0u;
        foreach (var value in values)
        {
            // Fewer than 8 bits wait, so that 49 more find room.
            var gap = value - next;
            next = value + 1;
            var above = (int)(gap >> low);
            Write((1UL << above) - 1, above + 1);
            Write(gap & ((1U << low) - 1), low);
        }

        Write(0, (8 - count) & 7);

        void Write(ulong value, int length)
        {
            bits |= value << count;
            for (count += length; count >= 8; count -= 8, bits >>= 8)
            {
                bytes.WriteByte((byte)bits);
            }
        }
    }

    /// <summary>Decodes what <see cref="Encode"/> wrote.</summary>
    /// <param name="bytes">The bytes, and what may follow them.</param>
    /// <param name="values">Room for as many numbers as were encoded.</param>
    /// <returns>How many bytes were read.</returns>
    /// <exception cref="InvalidDataException">The bytes end before the numbers.</exception>
    public static int Decode(ReadOnlySpan<byte> bytes, Span<uint> values)
    {
        if (values.IsEmpty)
        {
            return 0;
        }

        var low = bytes.IsEmpty ? 0 : bytes[0];
        var at = 1;
        var (bits, count) = (0UL, 0);
        var next = 0u;
        for (var i = 0; i < values.Length; i++)
        {
            Fill(bytes);
            var above = BitOperations.TrailingZeroCount(~bits);
            if (above >= count)
            {
                throw new InvalidDataException("The bytes end in the middle of a number.");
            }

            bits >>= above + 1;
            count -= above + 1;
            Fill(bytes);
            values[i] = next + ((uint)above << low) + ((uint)bits & ((1U << low) - 1));
            bits >>= low;
            count -= low;
            next = values[i] + 1;
        }

        return at - (count / 8);

        void Fill(ReadOnlySpan<byte> source)
        {
            for (; count <= 56 && at < source.Length; count += 8)
            {
                bits |= (ulong)source[at++] << count;
            }
        }
    }

    // About the mean gap; then most gaps take two bits beside the low ones.
    private static int LowBits(ReadOnlySpan<uint> values)
    {
        var low = BitOperations.Log2(Math.Max(1, (values[^1] + 1) / (uint)values.Length));
        var longest = values[0];
        for (var i = 1; i < values.Length; i++)
        {
            longest = Math.Max(longest, values[i] - values[i - 1] - 1);
        }

        while (longest >> low > MaxAbove)
        {
            low++;
        }

        return low;
    }
}
