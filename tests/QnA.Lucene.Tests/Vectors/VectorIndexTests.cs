using System.Globalization;
using CsCheck;
using QnA.Core.Articles;
using QnA.Core.Embeddings;
using QnA.Core.Ingestion;
using QnA.Lucene.Index;
using QnA.Lucene.Tests.Index;
using QnA.Lucene.Vectors;

namespace QnA.Lucene.Tests.Vectors;

public sealed class VectorIndexTests : IDisposable
{
    private const string Model = "test";

    private readonly IndexFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Search_AnyVectors_GivesWhatComparingOneByOneGives()
    {
        using var store = _folder.Open();
        var random = new Random(7);
        var vectors = Enumerable.Range(0, 200).Select(_ => Unit(random, 19)).ToArray();
        // Several commits make several segments.
        foreach (var part in vectors.Index().Chunk(60))
        {
            await PutAsync(store, part.Select(v => (Id(v.Index), v.Item)));
        }

        var index = new VectorIndex(Model);
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                var question = Unit(new Random(seed), 19);
                var expected = vectors.Index().OrderByDescending(v => Dot(v.Item, question)).Take(10).Select(v => Id(v.Index));
                Assert.Equal(expected, Ids(store, index, question, 10));
            },
            iter: 50);
    }

    [Fact]
    public async Task Search_ArticleReplacedOrRemoved_IsNotFoundByItsOldVector()
    {
        using var store = _folder.Open();
        await PutAsync(store, [("a", [1, 0]), ("b", [0.8f, 0.6f]), ("c", [0, 1])]);
        var index = new VectorIndex(Model);
        Assert.Equal(["a", "b", "c"], Ids(store, index, [1, 0], 10));

        await using (var writer = await store.OpenWriterAsync(Stop))
        {
            await writer.RemoveAsync("a", Stop);
            await writer.PutAsync(ArticleOf("b"), Stop);
            await writer.CommitAsync(Stop);
        }

        Assert.Equal(["c"], Ids(store, index, [1, 0], 10));
    }

    [Fact]
    public async Task Search_VectorsOfAnotherModelOrLength_AreLeftOut()
    {
        using var store = _folder.Open();
        await PutAsync(store, [("a", [1, 0])]);

        Assert.Empty(Ids(store, new VectorIndex("another"), [1, 0], 10));
        Assert.Empty(Ids(store, new VectorIndex(Model), [1, 0, 0], 10));
    }

    [Fact]
    public async Task Put_NotCommitted_LeavesVectorsAsTheyWere()
    {
        using var store = _folder.Open();
        await PutAsync(store, [("a", [1, 0])]);
        await using (var writer = await store.OpenWriterAsync(Stop))
        {
            await PutAsync(writer, [("a", [0, 1])]);
        }

        using var lease = store.Acquire()!;
        Assert.Equal(1, new VectorIndex(Model).Search(lease.Searcher, [1, 0], 1).Hits[0].Similarity);
    }

    [Fact]
    public async Task FindWithoutVectors_SomeHaveNone_NamesThem()
    {
        using var store = _folder.Open();
        await PutAsync(store, [("a", [1, 0])]);
        await IndexFolder.PutAsync(store, ArticleOf("b"), new Article("c", string.Join(' ', Enumerable.Range(0, 12).Select(i => $"Sentence number {i} is here."))));
        await using var writer = await store.OpenWriterAsync(Stop);
        var vectors = (IVectorWriter)writer;

        var missing = await vectors.FindWithoutVectorsAsync(Model, Stop);

        Assert.Equal([new ArticleWithoutVectors("b", 1), new ArticleWithoutVectors("c", 3)], missing.OrderBy(m => m.ArticleId));
        var passages = await vectors.ReadPassagesAsync("c", Stop);
        Assert.Equal(3, passages.Texts.Count);
        Assert.Contains("Sentence number 11 is here.", passages.Texts[2], StringComparison.Ordinal);
        Assert.Equal(3, (await vectors.FindWithoutVectorsAsync("another", Stop)).Count);
    }

    [Fact]
    public async Task PutAsync_WithoutVectors_WritesWhatAnIndexWithoutAModelHas()
    {
        using var store = _folder.Open();
        await IndexFolder.PutAsync(store, ArticleOf("a"));

        using var lease = store.Acquire()!;
        Assert.Null(lease.Searcher.IndexReader.Leaves[0].AtomicReader.GetBinaryDocValues(IndexFields.Vector));
    }

    [Fact]
    public void Encode_TooManyNumbers_SaysWhatToDo()
    {
        var exception = Assert.Throws<EmbeddingException>(() => VectorCodec.Encode(VectorCodec.MarkOf(Model), new float[VectorCodec.MaxDimensions + 1]));

        Assert.Contains("Embeddings:Dimensions", exception.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string Id(int number) => "n" + number.ToString(CultureInfo.InvariantCulture);

    private static Article ArticleOf(string id) => new(id, $"The text of {id}.");

    private static async Task PutAsync(LuceneArticleStore store, IEnumerable<(string Id, float[] Vector)> vectors)
    {
        await using var writer = await store.OpenWriterAsync(Stop);
        await PutAsync(writer, vectors);
        await writer.CommitAsync(Stop);
    }

    private static async Task PutAsync(IArticleWriter writer, IEnumerable<(string Id, float[] Vector)> vectors)
    {
        foreach (var (id, vector) in vectors)
        {
            await ((IVectorWriter)writer).PutVectorsAsync(new PassageTexts(ArticleOf(id), ["text"]), Model, [vector], Stop);
        }
    }

    private static List<string> Ids(LuceneArticleStore store, VectorIndex index, float[] question, int count)
    {
        using var lease = store.Acquire()!;
        return
        [
            .. index.Search(lease.Searcher, question, count).Hits.Select(hit =>
                ArticleCodec.Read(lease.Searcher.Doc(hit.Document + 1)).Id),
        ];
    }

    private static float[] Unit(Random random, int dimensions)
    {
        var vector = Enumerable.Range(0, dimensions).Select(_ => random.NextSingle() - 0.5f).ToArray();
        var length = MathF.Sqrt(vector.Sum(x => x * x));
        return [.. vector.Select(x => x / length)];
    }

    private static float Dot(float[] a, float[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
