namespace QnA.Text.Likeness;

/// <summary>The smallest hashes of a set, by which two sets are compared without the sets.</summary>
/// <remarks>
/// A bottom-k sketch (Cohen and Kaplan, Summarizing data using bottom-k sketches, 2007): with one hash function for all sets, the
/// smallest hashes are a fair sample, and what two samples share below the smaller of their bounds estimates what the sets share.
/// </remarks>
internal sealed class HashSample
{
    private readonly uint[] _hashes;

    /// <summary>Creates a sample of what is known of it.</summary>
    /// <param name="hashes">The smallest hashes, in their order.</param>
    /// <param name="count">How many hashes the set has.</param>
    public HashSample(uint[] hashes, int count)
    {
        _hashes = hashes;
        Count = count;
    }

    /// <summary>Gets the hashes, smallest first.</summary>
    public ReadOnlySpan<uint> Hashes => _hashes;

    /// <summary>Gets how many hashes the set has.</summary>
    public int Count { get; }

    /// <summary>Samples a set.</summary>
    /// <param name="hashes">The set in any order, each once or more often; changed.</param>
    /// <param name="size">How many hashes are kept at most.</param>
    public static HashSample Of(Span<uint> hashes, int size)
    {
        hashes.Sort();
        var count = 0;
        for (var i = 0; i < hashes.Length; i++)
        {
            if (i == 0 || hashes[i] != hashes[i - 1])
            {
                hashes[count++] = hashes[i];
            }
        }

        return new HashSample(hashes[..Math.Min(count, size)].ToArray(), count);
    }

    /// <summary>Estimates how much of the smaller of two sets is in the other.</summary>
    /// <returns>0 to 1; exact where both are sampled whole; 1 where one is empty.</returns>
    public double Containment(HashSample other)
    {
        // Above the largest hash of a sample that is not the whole set, nothing is known.
        var bound = Math.Min(Bound, other.Bound);
        var (i, j, shared) = (0, 0, 0);
        while (i < _hashes.Length && j < other._hashes.Length && _hashes[i] <= bound && other._hashes[j] <= bound)
        {
            var (a, b) = (_hashes[i], other._hashes[j]);
            shared += a == b ? 1 : 0;
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }

        var smaller = Math.Min(CountTo(bound), other.CountTo(bound));
        return smaller == 0 ? 1 : (double)shared / smaller;
    }

    private uint Bound => _hashes.Length < Count ? _hashes[^1] : uint.MaxValue;

    private int CountTo(uint bound)
    {
        var found = Array.BinarySearch(_hashes, bound);
        return found >= 0 ? found + 1 : ~found;
    }
}
