using System.Diagnostics;
using QnA.Lucene.Duplicates;
using QnA.Text.Likeness;

namespace QnA.DuplicateBench;

/// <summary>Measures what a sketch costs.</summary>
internal static class Cost
{
    private const int Rounds = 3;

    public static void Write(Corpus corpus)
    {
        var texts = corpus.Samples.Take(corpus.Articles).Select(sample => sample.Text).ToList();
        for (var round = 1; round <= Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            var bytes = texts.Sum(text => SketchCodec.Encode(TextSketch.Of(text)).Length);
            var elapsed = Stopwatch.GetElapsedTime(started);
            Console.WriteLine(
                $"  round {round}: {elapsed.TotalMicroseconds / texts.Count:N1} µs and {(double)bytes / texts.Count:N0} bytes an article of {texts.Average(text => text.Length):N0} characters");
        }
    }
}
