using System.Collections.Concurrent;

namespace QnA.DuplicateBench;

/// <summary>Says of two real articles whether they are near-identical, by another measure than the one that is judged.</summary>
/// <remarks>
/// Three of four words of the shorter one stand in the other in the same order (the longest common subsequence), and nearly all of its
/// numbers and capitalised words stand in it anywhere: the same report, perhaps an update of it, and not another report in the same words.
/// </remarks>
internal sealed class Judge(IReadOnlyList<Sample> samples)
{
    private const double Words = 0.75;
    private const double Facts = 0.85;

    private readonly ConcurrentDictionary<(int, int), bool> _judged = new();

    /// <summary>Judges the articles that two samples were made from.</summary>
    public bool AreNearIdentical(int one, int other)
    {
        var (a, b) = (Math.Min(samples[one].Original, samples[other].Original), Math.Max(samples[one].Original, samples[other].Original));
        return a == b || _judged.GetOrAdd((a, b), pair => Compare(samples[pair.Item1].Text, samples[pair.Item2].Text));
    }

    private static bool Compare(string one, string other) =>
        Contained(Of(one, char.IsAsciiDigit), Of(other, char.IsAsciiDigit)) >= Facts
        && Contained(Of(one, char.IsUpper), Of(other, char.IsUpper)) >= Facts
        && CommonWords(Split(one), Split(other)) >= Words;

    private static double CommonWords(string[] one, string[] other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        var row = new int[shorter.Length + 1];
        foreach (var word in longer)
        {
            var diagonal = 0;
            for (var i = 1; i <= shorter.Length; i++)
            {
                var above = row[i];
                row[i] = string.Equals(shorter[i - 1], word, StringComparison.OrdinalIgnoreCase) ? diagonal + 1 : Math.Max(row[i], row[i - 1]);
                diagonal = above;
            }
        }

        return shorter.Length == 0 ? 0 : (double)row[^1] / shorter.Length;
    }

    private static HashSet<string> Of(string text, Func<char, bool> begins) =>
        Split(text).Where(word => begins(word[0])).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static double Contained(HashSet<string> one, HashSet<string> other)
    {
        var smaller = Math.Min(one.Count, other.Count);
        return smaller == 0 ? 1 : (double)one.Count(other.Contains) / smaller;
    }

    private static string[] Split(string text) =>
        [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('.', ',', ';', ':', '"', '\'', '(', ')', '<', '>')).Where(word => word.Length > 0)];
}
