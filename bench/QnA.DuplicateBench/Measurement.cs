using System.Runtime.InteropServices;
using QnA.Answering.Copies;
using QnA.Text.Likeness;

namespace QnA.DuplicateBench;

/// <summary>Which samples of a corpus are taken for copies, found by their keys as in the index.</summary>
internal sealed class Measurement
{
    private readonly Corpus _corpus;
    private readonly List<Pair> _pairs;

    private Measurement(Corpus corpus, List<Pair> pairs)
    {
        _corpus = corpus;
        _pairs = pairs;
        var judge = new Judge(corpus.Samples);
        Strangers = pairs.Count(pair => !IsMade(pair));
        NearIdentical = pairs.AsParallel().Count(pair => !IsMade(pair) && judge.AreNearIdentical(pair.One, pair.Other));
    }

    /// <summary>Gets the share of the copies that are found from their article.</summary>
    public double Recall => (double)_pairs.Count(IsFound) / (_corpus.Samples.Count - _corpus.Articles);

    /// <summary>Gets the share of the pairs that are of one article, or of two that are near-identical.</summary>
    public double Precision => (double)(_pairs.Count - Strangers + NearIdentical) / _pairs.Count;

    /// <summary>Gets the share of the pairs that are of one article.</summary>
    public double StrictPrecision => (double)(_pairs.Count - Strangers) / _pairs.Count;

    /// <summary>Gets how many pairs are of different articles.</summary>
    public int Strangers { get; }

    /// <summary>Gets how many of those are of articles that are near-identical.</summary>
    public int NearIdentical { get; }

    public static Measurement Of(Corpus corpus, int words, Shared enough, bool isAligned)
    {
        var texts = isAligned ? corpus.Samples.Select(sample => AlignedWord.Read(sample.Text)).ToArray() : [];
        var sketches = corpus.Samples.AsParallel().AsOrdered().Select(sample => TextSketch.Of(sample.Text, words)).ToArray();
        var byKey = new Dictionary<uint, List<int>>();
        var pairs = new List<Pair>();
        for (var i = 0; i < sketches.Length; i++)
        {
            var sharing = new HashSet<int>();
            foreach (var key in sketches[i].Keys)
            {
                ref var others = ref CollectionsMarshal.GetValueRefOrAddDefault(byKey, key, out _);
                others ??= [];
                sharing.UnionWith(others);
                others.Add(i);
            }

            pairs.AddRange(sharing.Where(other => sketches[i].IsCopyOf(sketches[other], enough)
                || (isAligned && sketches[i].MayBeCopyOf(sketches[other]) && CopyTest.AreAlike(texts[i], texts[other]))).Select(other => new Pair(other, i)));
        }

        return new Measurement(corpus, pairs);
    }

    /// <summary>Writes the recall by kind of change and by length.</summary>
    public void WriteDetails()
    {
        var found = _pairs.Where(IsFound).Select(pair => pair.Other).ToHashSet();
        var copies = Enumerable.Range(_corpus.Articles, _corpus.Samples.Count - _corpus.Articles).ToList();
        foreach (var kind in copies.GroupBy(copy => _corpus.Samples[copy].Change))
        {
            Console.WriteLine($"  {kind.Key}: {(double)kind.Count(found.Contains) / kind.Count():N4} of {kind.Count():N0}");
        }

        foreach (var length in copies.GroupBy(LengthOf).OrderBy(length => length.Key))
        {
            Console.WriteLine($"  articles of {length.Key}+ words: {(double)length.Count(found.Contains) / length.Count():N4} of {length.Count():N0}");
        }
    }

    private int LengthOf(int copy)
    {
        var words = Corpus.WordsOf(_corpus.Samples[_corpus.Samples[copy].Original].Text);
        return words < 100 ? 60 : words < 200 ? 100 : 200;
    }

    private bool IsMade(Pair pair) => _corpus.Samples[pair.One].Original == _corpus.Samples[pair.Other].Original;

    private bool IsFound(Pair pair) => pair.One < _corpus.Articles && IsMade(pair);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Pair(int One, int Other);
}
