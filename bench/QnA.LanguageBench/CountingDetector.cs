using System.Diagnostics;
using QnA.Text.Detection;

namespace QnA.LanguageBench;

/// <summary>Counts how often another detector is asked, for one thread.</summary>
internal sealed class CountingDetector(ILanguageDetector detector) : ILanguageDetector
{
    public int Count { get; private set; }

    public TimeSpan Slowest { get; private set; }

    public string? Detect(string text, IReadOnlyCollection<string> plausible)
    {
        Count++;
        var started = Stopwatch.GetTimestamp();
        var found = detector.Detect(text, plausible);
        var time = Stopwatch.GetElapsedTime(started);
        Slowest = time > Slowest ? time : Slowest;
        return found;
    }
}
