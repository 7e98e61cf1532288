using QnA.Text.Words;

namespace QnA.Text.Likeness;

/// <summary>Hashes words and runs of words, the same on every machine.</summary>
internal static class WordHash
{
    // FNV-1a of 64 bits (Fowler, Noll, Vo).
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>
    /// How many bits the hash of a run of words has: enough that of a million articles hardly one shares a key with another by chance, few
    /// enough to be stored in three bytes.
    /// </summary>
    public const int Bits = 24;

    /// <summary>Hashes a word: case, accents and compatibility forms make no difference.</summary>
    public static ulong Of(ReadOnlySpan<char> word)
    {
        var folded = word.ContainsAnyExceptInRange('\0', '\u007F') ? Folding.Fold(word) : word;
        var hash = Offset;
        foreach (var c in folded)
        {
            hash = (hash ^ char.ToLowerInvariant(c)) * Prime;
        }

        return hash;
    }

    /// <summary>Hashes words in their order.</summary>
    /// <param name="words">The hashes of the words, in a ring.</param>
    /// <param name="first">Where in the ring the first word is.</param>
    public static uint Combine(ReadOnlySpan<ulong> words, int first)
    {
        var hash = Offset;
        for (var i = 0; i < words.Length; i++)
        {
            hash = (hash ^ words[(first + i) % words.Length]) * Prime;
            hash ^= hash >> 32;
        }

        // The finaliser of MurmurHash3 (Appleby): the smallest hashes must be a fair sample.
        hash ^= hash >> 33;
        hash *= 0xff51afd7ed558ccd;
        hash ^= hash >> 33;
        hash *= 0xc4ceb9fe1a85ec53;
        hash ^= hash >> 33;
        return (uint)(hash >> (64 - Bits));
    }
}
