using System.Globalization;
using QnA.DuplicateBench;
using QnA.Text.Likeness;

// measure FOLDER…: precision and recall of telling copies made from the articles.jsonl of each folder, as shipped.
// sweep FOLDER…: the same for other lengths of shingles and other shares, by the sketches alone.
// cost FOLDER…: how long sketches take.
// dated FOLDER words|figures OUTPUT: two versions of some articles with two dates, and questions, for qna ingest and qna ask.
// newest ANSWERS: which version their answers quote first.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return args switch
{
    ["measure", .. var folders] => Run(folders, corpus => Write(corpus, TextSketch.ShingleWords, TextSketch.Enough, isAligned: true, detailed: true)),
    ["sweep", .. var folders] => Run(folders, Sweep),
    ["cost", .. var folders] => Run(folders, Cost.Write),
    ["dated", var folder, "words" or "figures", var output] => Dated.Make(folder, args[2], output),
    ["newest", var answers] => Dated.Count(answers),
    _ => Usage(),
};

static int Run(string[] folders, Action<Corpus> measure)
{
    foreach (var folder in folders)
    {
        var corpus = Corpus.Make(Path.Combine(folder, "articles.jsonl"));
        Console.WriteLine($"{Path.GetFileName(folder)}: {corpus.Articles:N0} articles, {corpus.Samples.Count - corpus.Articles:N0} copies");
        measure(corpus);
    }

    return 0;
}

static void Sweep(Corpus corpus)
{
    foreach (var words in (int[])[3, 4, 5])
    {
        foreach (var shingles in (double[])[0.4, 0.5, 0.6])
        {
            Write(corpus, words, TextSketch.Enough with { Shingles = shingles }, isAligned: false, detailed: false);
        }

        Write(corpus, words, new Shared(0.5, 0, 0), isAligned: false, detailed: false);
        Write(corpus, words, new Shared(0.5, 0.7, 0.6), isAligned: false, detailed: false);
    }
}

static void Write(Corpus corpus, int words, Shared enough, bool isAligned, bool detailed)
{
    var measured = Measurement.Of(corpus, words, enough, isAligned);
    Console.WriteLine(
        $"{words} words, shingles {enough.Shingles}, numbers {enough.Numbers}, names {enough.Names}: " +
        $"recall {measured.Recall:N4}, precision {measured.Precision:N4} ({measured.Strangers:N0} pairs of different articles, {measured.NearIdentical:N0} of them near-identical; " +
        $"{measured.StrictPrecision:N4} if those were wrong)");
    if (detailed)
    {
        measured.WriteDetails();
    }
}

static int Usage()
{
    Console.Error.WriteLine("Usage: QnA.DuplicateBench measure|sweep|cost FOLDER… | dated FOLDER words|figures OUTPUT | newest ANSWERS");
    return 2;
}
