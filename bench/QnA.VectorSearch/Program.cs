using System.Globalization;
using Microsoft.Extensions.Options;
using QnA.Answering.Ranking;
using QnA.Answering.Retrieval;
using QnA.Core.Articles;
using QnA.Core.Embeddings;
using QnA.Core.Questions;
using QnA.Lucene.Index;
using QnA.Lucene.Retrieval;
using QnA.Text.Words;
using QnA.VectorSearch;

// Measures what searching by meaning adds to searching by words: the same questions over the same index, one after the other, with and
// without an embedder that answers at once.
var passages = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 50_000;
var dimensions = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 384;
const int Rounds = 101;
const int WarmUp = 20;

var time = TimeProvider.System;
var folder = Directory.CreateTempSubdirectory("qna-bench-");
try
{
    using var store = new LuceneArticleStore(Options.Create(new IndexOptions { Path = folder.FullName }), time);
    var random = new Random(1);
    var words = Enumerable.Range(0, 20_000).Select(_ => Word(random)).ToArray();
    var started = time.GetTimestamp();
    await using (var writer = await store.OpenWriterAsync(CancellationToken.None))
    {
        for (var i = 0; i < passages; i++)
        {
            // Five sentences are one passage.
            var text = string.Join(' ', Enumerable.Range(0, 5).Select(_ => Sentence(random, words)));
            var article = new Article("n" + i.ToString(CultureInfo.InvariantCulture), text) { Title = Sentence(random, words), Language = "en" };
            await ((IVectorWriter)writer).PutVectorsAsync(new PassageTexts(article, [text]), RandomEmbedder.Name, [RandomEmbedder.VectorOf(random, dimensions)], CancellationToken.None);
        }

        await writer.CommitAsync(CancellationToken.None);
    }

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{passages:N0} passages with {dimensions} numbers written in {time.GetElapsedTime(started).TotalSeconds:0.0} s"));
    string[] questions = [.. Enumerable.Range(0, Rounds + WarmUp).Select(_ => "What did the " + string.Join(' ', Enumerable.Range(0, 5).Select(_ => words[random.Next(words.Length)])) + " do?")];
    var byWords = new PassageSearch(new LucenePassageIndex(store));
    var byBoth = new PassageSearch(new LucenePassageIndex(store, new RandomEmbedder(dimensions)));
    started = time.GetTimestamp();
    await byBoth.SearchAsync(new StandaloneQuestion(questions[0]), CancellationToken.None);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first search, vectors read into memory: {time.GetElapsedTime(started).TotalMilliseconds:0} ms"));
    var (words1, both1) = (new List<double>(), new List<double>());
    foreach (var (round, question) in questions.Index())
    {
        var (one, two) = (await MeasureAsync(byWords, question), await MeasureAsync(byBoth, question));
        if (round >= WarmUp)
        {
            words1.Add(one);
            both1.Add(two);
        }
    }

    Report("by words alone", words1);
    Report("by words and meaning", both1);
    Report("difference", [.. both1.Zip(words1, (both, alone) => both - alone)]);
}
finally
{
    folder.Delete(recursive: true);
}

async Task<double> MeasureAsync(PassageSearch search, string question)
{
    var begun = time.GetTimestamp();
    await search.SearchAsync(new StandaloneQuestion(question), CancellationToken.None);
    return time.GetElapsedTime(begun).TotalMilliseconds;
}

static void Report(string name, List<double> milliseconds)
{
    milliseconds.Sort();
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name}: median {milliseconds[milliseconds.Count / 2]:0.0} ms, 95th percentile {milliseconds[milliseconds.Count * 95 / 100]:0.0} ms"));
}

static string Word(Random random) => new([.. Enumerable.Range(0, random.Next(4, 10)).Select(_ => (char)('a' + random.Next(26)))]);

static string Sentence(Random random, string[] words) =>
    "The " + string.Join(' ', Enumerable.Range(0, 16).Select(_ => words[(int)(words.Length * Math.Pow(random.NextDouble(), 3))])) + ".";
