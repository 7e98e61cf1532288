using System.Text.Json;

namespace QnA.DuplicateBench;

/// <summary>A text with the article that it was made from.</summary>
/// <param name="Original">The number of the article; its own where it is one.</param>
/// <param name="Change">How it was changed.</param>
/// <param name="Text">The text.</param>
internal sealed record Sample(int Original, Change Change, string Text);

/// <summary>Real articles, then copies made from some of them.</summary>
/// <param name="Samples">The articles, then the copies.</param>
/// <param name="Articles">How many articles there are.</param>
internal sealed record Corpus(IReadOnlyList<Sample> Samples, int Articles)
{
    /// <summary>The copies of each article.</summary>
    public static readonly Change[] Changes =
        [Change.Cut, Change.Headed, Change.Byline, Change.Edited, Change.Cut | Change.Headed | Change.Byline | Change.Edited];

    // What is syndicated has a body: a headline with a figure is not.
    private const int MinWords = 60;
    private const int Copied = 1500;
    private const int Seed = 1;

    /// <summary>Reads articles and adds copies of some, spread evenly.</summary>
    public static Corpus Make(string path)
    {
        var texts = File.ReadLines(path).Where(line => line.Length > 0).Select(TextOf).ToList();
        var maker = new CopyMaker(texts, Seed);
        var samples = texts.Select((text, i) => new Sample(i, Change.None, text)).ToList();
        var eligible = Enumerable.Range(0, texts.Count).Where(i => WordsOf(texts[i]) >= MinWords).ToList();
        var step = Math.Max(1.0, (double)eligible.Count / Copied);
        for (var at = 0.0; at < eligible.Count; at += step)
        {
            var original = eligible[(int)at];
            samples.AddRange(Changes.Select(change => new Sample(original, change, maker.Copy(texts[original], change))));
        }

        return new Corpus(samples, texts.Count);
    }

    /// <summary>Counts the words of a text.</summary>
    public static int WordsOf(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static string TextOf(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("text").GetString()!;
    }
}
