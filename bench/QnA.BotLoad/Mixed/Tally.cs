using System.Collections.Concurrent;
using System.Globalization;

namespace QnA.BotLoad.Mixed;

/// <summary>What came of the requests of each kind.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<double>> _times = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _failures = new(StringComparer.Ordinal);

    public int Failures => _failures.Values.Sum();

    public void Succeeded(string kind, TimeSpan time) => _times.GetOrAdd(kind, _ => new()).Enqueue(time.TotalMilliseconds);

    public void Failed(string kind, string reason) => _failures.AddOrUpdate($"{kind}: {reason}", 1, (_, count) => count + 1);

    public void Print()
    {
        foreach (var (kind, times) in _times.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            var sorted = times.Order().ToArray();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind,-26} {sorted.Length,8} done   median {At(sorted, .5),8:F1} ms   p99 {At(sorted, .99),8:F1} ms   most {sorted[^1],8:F1} ms"));
        }

        foreach (var (reason, count) in _failures.OrderByDescending(f => f.Value))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"FAILED {count} times: {reason}"));
        }
    }

    private static double At(double[] sorted, double share) => sorted[(int)Math.Min(sorted.Length - 1, sorted.Length * share)];
}
