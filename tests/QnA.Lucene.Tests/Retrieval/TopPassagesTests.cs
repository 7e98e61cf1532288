using Lucene.Net.Index;
using Lucene.Net.Search;
using QnA.Core.Access;
using QnA.Core.Retrieval;
using QnA.Lucene.Index;
using QnA.Lucene.Retrieval;
using QnA.Lucene.Tests.Index;
using QnA.Text.Words;

namespace QnA.Lucene.Tests.Retrieval;

/// <summary>Against Lucene's own search, which scores every passage that has a term.</summary>
public sealed class TopPassagesTests : IDisposable
{
    // Lucene adds scores in another order and precision.
    private const float Rounding = 1e-4f;

    private readonly IndexFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, false)]
    [InlineData(10, false)]
    [InlineData(10, true)]
    [InlineData(100, false)]
    [InlineData(100_000, false)]
    [InlineData(100_000, true)]
    public async Task Find_RandomTerms_FindsWhatLuceneFindsWithTheSameScores(int count, bool scoped)
    {
        var random = new Random(3);
        using var store = _folder.Open();
        await RandomArticles.FillAsync(store, random);
        using var lease = store.Acquire()!;
        var searcher = lease.Searcher;
        var scope = scoped ? new ArticleScope(new ArticleFilter { Tags = ["some"] }, ArticleVisibility.Everything) : null;
        Assert.True(searcher.IndexReader.Leaves.Count > 1);
        Assert.True(searcher.IndexReader.HasDeletions);
        for (var round = 0; round < 40; round++)
        {
            List<(string Field, string Term, float Boost)> terms =
                [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => (random.Next(3) == 0 ? IndexFields.Title : IndexFields.Text, RandomArticles.Word(random), random.NextSingle() + 0.1f)).DistinctBy(term => (term.Item1, term.Item2)), (IndexFields.Text, "nowhere", 1)];
            using var states = new TermStates(searcher);

            var found = TopPassages.Find(searcher, states, terms, count, scope);

            var all = Exhaustive(searcher, terms, scope);
            Assert.Equal(Math.Min(count, all.Count), found.Count);
            Assert.Equal(found.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Document), found);
            var ranked = all.Values.OrderDescending().ToList();
            for (var i = 0; i < found.Count; i++)
            {
                Assert.Equal(all[found[i].Document], found[i].Score, Rounding);
                Assert.Equal(ranked[i], found[i].Score, Rounding);
            }
        }
    }

    [Fact]
    public async Task Find_NoTerms_FindsNothing()
    {
        using var store = _folder.Open();
        await RandomArticles.FillAsync(store, new Random(4));
        using var lease = store.Acquire()!;
        using var states = new TermStates(lease.Searcher);

        Assert.Empty(TopPassages.Find(lease.Searcher, states, [], 10, scope: null));
    }

    private static Dictionary<int, float> Exhaustive(PassageSearcher searcher, List<(string Field, string Term, float Boost)> terms, ArticleScope? scope)
    {
        var query = new BooleanQuery(disableCoord: true);
        foreach (var (field, term, boost) in terms)
        {
            query.Add(new TermQuery(new Term(field, term)) { Boost = boost }, Occur.SHOULD);
        }

        return searcher.Search(query, scope, searcher.IndexReader.MaxDoc).ScoreDocs.ToDictionary(hit => hit.Doc, hit => hit.Score);
    }
}
