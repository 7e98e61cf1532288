using System.Globalization;

namespace QnA.BotLoad.Chaos;

/// <summary>Remembers how much memory each process of the bot had, and tells whether that of the last one kept growing.</summary>
internal sealed class MemoryWatch
{
    /// <summary>How long a process must have lived for its memory to be judged.</summary>
    public static readonly TimeSpan Needed = TimeSpan.FromMinutes(3);

    // Code is compiled, caches and pools fill.
    private static readonly TimeSpan WarmUp = TimeSpan.FromMinutes(1);

    // A working set falls only when the oldest generation is collected, so it swings; a leak of a long run is beyond it.
    private const double Swing = 1.25;

    private readonly List<(TimeSpan At, int Life, long Bytes)> _samples = [];

    public long Last => _samples.Count == 0 ? 0 : _samples[^1].Bytes;

    public void Add(TimeSpan at, int life, long bytes)
    {
        if (bytes > 0)
        {
            _samples.Add((at, life, bytes));
        }
    }

    /// <summary>Says what became of the memory of the last process.</summary>
    /// <returns>Whether it grew, and the words.</returns>
    public (bool Grew, string Words) Judge()
    {
        if (_samples.Count == 0)
        {
            return (false, "memory: nothing was seen");
        }

        var last = _samples.FindAll(s => s.Life == _samples[^1].Life);
        var lived = last[^1].At - last[0].At;
        if (lived < Needed)
        {
            return (false, string.Create(CultureInfo.InvariantCulture, $"memory: {last[^1].Bytes >> 20} MB at the end; not judged, the last process lived {lived:m\\:ss} and {Needed:m\\:ss} are needed"));
        }

        var warm = last.FindAll(s => s.At - last[0].At >= WarmUp);
        var (first, end) = (Median(warm.Take(warm.Count / 3)), Median(warm.TakeLast(warm.Count / 3)));
        return (end > first * Swing, string.Create(CultureInfo.InvariantCulture, $"memory: {first >> 20} MB in the first third after a minute, {end >> 20} MB in the last, over {lived:m\\:ss}"));
    }

    private static long Median(IEnumerable<(TimeSpan At, int Life, long Bytes)> samples)
    {
        var sorted = samples.Select(s => s.Bytes).Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
