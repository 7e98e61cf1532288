using Lucene.Net.Search;
using QnA.Lucene.Index;
using QnA.Lucene.Tests.Retrieval;
using QnA.Text.Words;
using LuceneTerm = Lucene.Net.Index.Term;

namespace QnA.Lucene.Tests.Index;

public sealed class TermStatesTests : IAsyncLifetime
{
    private readonly IndexFolder _folder = new();
    private LuceneArticleStore? _store;
    private SearcherLease? _lease;

    private PassageSearcher Searcher => _lease!.Searcher;

    public async ValueTask InitializeAsync()
    {
        _store = _folder.Open();
        await RandomArticles.FillAsync(_store, new Random(6));
        _lease = _store.Acquire();
    }

    public ValueTask DisposeAsync()
    {
        _lease?.Dispose();
        _store?.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void Rent_OneQuestionAfterTheOther_ReadsWhatTheIndexHas()
    {
        var random = new Random(7);
        for (var question = 0; question < 20; question++)
        {
            using var states = new TermStates(Searcher);
            for (var i = 0; i < 10; i++)
            {
                AssertReads(states, RandomArticles.Word(random));
            }
        }

        using var unknown = new TermStates(Searcher);
        Assert.Equal(0, unknown.DocumentFrequency(IndexFields.Text, "nowhere"));
        Assert.Equal(0, unknown.DocumentFrequency("nofield", "w1x"));
        Assert.Null(unknown.Rent(Searcher.IndexReader.Leaves[0], IndexFields.Text, "nowhere"));
    }

    [Fact]
    public void Rent_OneTermTwiceAtOnce_GivesTwoPlaces()
    {
        using var states = new TermStates(Searcher);
        var leaf = Searcher.IndexReader.Leaves[0];
        var first = states.Rent(leaf, IndexFields.Text, "w0x")!;
        var second = states.Rent(leaf, IndexFields.Text, "w0x")!;

        var start = first.NextDoc();
        first.NextDoc();

        Assert.Equal(start, second.NextDoc());
        states.Return(leaf, first);
        Assert.NotSame(second, states.Rent(leaf, IndexFields.Text, "w1x"));
    }

    [Fact]
    public async Task Rent_ManyQuestionsAtOnce_EachReadsItsOwn() =>
        await Task.WhenAll(Enumerable.Range(0, 8).Select(seed => Task.Run(
            () =>
            {
                var random = new Random(seed);
                for (var question = 0; question < 20; question++)
                {
                    using var states = new TermStates(Searcher);
                    for (var i = 0; i < 5; i++)
                    {
                        AssertReads(states, RandomArticles.Word(random));
                    }
                }
            },
            TestContext.Current.CancellationToken)));

    [Fact]
    public void Dispose_ThenAnything_Throws()
    {
        var states = new TermStates(Searcher);
        var leaf = Searcher.IndexReader.Leaves[0];
        var documents = states.Rent(leaf, IndexFields.Text, "w0x");

        states.Dispose();

        Assert.Throws<ObjectDisposedException>(() => states.Find(IndexFields.Text, "w1x"));
        Assert.Throws<ObjectDisposedException>(() => states.Rent(leaf, IndexFields.Text, "w0x"));
        Assert.Throws<ObjectDisposedException>(() => states.Return(leaf, documents));
    }

    [Fact]
    public void Dispose_Twice_LendsTheCursorsOnce()
    {
        var states = new TermStates(Searcher);
        states.Dispose();
        states.Dispose();

        var one = Searcher.RentSegments();
        var other = Searcher.RentSegments();

        Assert.NotSame(one, other);
        Assert.Equal(Searcher.IndexReader.Leaves.Count, other.Length);
    }

    private void AssertReads(TermStates states, string term)
    {
        Assert.Equal(Searcher.IndexReader.DocFreq(new LuceneTerm(IndexFields.Text, term)), states.DocumentFrequency(IndexFields.Text, term));
        Assert.Equal(Searcher.IndexReader.TotalTermFreq(new LuceneTerm(IndexFields.Text, term)), states.Find(IndexFields.Text, term).Occurrences);
        foreach (var leaf in Searcher.IndexReader.Leaves)
        {
            var expected = leaf.AtomicReader.GetTermDocsEnum(new LuceneTerm(IndexFields.Text, term));
            var found = states.Rent(leaf, IndexFields.Text, term);
            while (expected is not null && expected.NextDoc() is var document && document != DocIdSetIterator.NO_MORE_DOCS)
            {
                if (leaf.AtomicReader.LiveDocs?.Get(document) != false)
                {
                    Assert.Equal((document, expected.Freq), (found!.NextDoc(), found.Freq));
                }
            }

            Assert.Equal(DocIdSetIterator.NO_MORE_DOCS, found?.NextDoc() ?? DocIdSetIterator.NO_MORE_DOCS);
            states.Return(leaf, found);
        }
    }
}
