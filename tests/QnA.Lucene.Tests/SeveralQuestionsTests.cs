using QnA.Answering.Retrieval;
using QnA.Core.Articles;
using QnA.Core.Questions;
using QnA.Core.Retrieval;
using QnA.Lucene.Index;
using QnA.Lucene.Retrieval;
using QnA.Lucene.Tests.Index;

namespace QnA.Lucene.Tests;

public sealed class SeveralQuestionsTests : IDisposable
{
    private const string Builder = "The Anna Bridge was built by the engineer Ada Holm.";
    private const string Price = "A ticket for the night tram costs four crowns.";

    private readonly IndexFolder _folder = new();

    [Fact]
    public async Task SearchAsync_TwoQuestionsInOne_FindsForEach()
    {
        using var store = _folder.Open();
        await FillAsync(store);

        var found = await SearchAsync(store, new StandaloneQuestion("Who built the Anna Bridge and how much does a ticket for the night tram cost?"));

        Assert.Collection(
            found.Parts,
            part => Assert.Contains(Builder, Slice(part.Sentences[0]), StringComparison.Ordinal),
            part => Assert.Contains(Price, Slice(part.Sentences[0]), StringComparison.Ordinal));
        Assert.True(found.Confidence >= found.Parts.Min(part => part.Confidence));
        Assert.Superset(new HashSet<string> { "bridge", "tram" }, found.Passages.Select(p => p.Article.Id).ToHashSet());
    }

    [Fact]
    public async Task SearchAsync_PronounInTheSecondQuestion_IsUnderstoodByTheFirst()
    {
        using var store = _folder.Open();
        await FillAsync(store);

        var found = await SearchAsync(store, new StandaloneQuestion("Who built the Anna Bridge and when was it opened?"));

        Assert.StartsWith("The Anna Bridge was opened in May 1931.", Slice(found.Parts[1].Sentences[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SearchAsync_TwoThingsCompared_FindsForEach()
    {
        using var store = _folder.Open();
        await IndexFolder.PutAsync(store, new Article("anna", "The Anna Tower stands by the river. It is painted red. The Anna Tower is 120 metres high. Visitors climb it in summer."));
        await IndexFolder.PutAsync(store, new Article("elm", "Elm Hall was a mill once. Elm Hall is 45 metres high. Concerts are held there in winter."));

        var found = await SearchAsync(store, new StandaloneQuestion("Which is higher, the Anna Tower or Elm Hall?"));

        Assert.Collection(
            found.Parts,
            part => Assert.Equal("The Anna Tower is 120 metres high.", Slice(part.Sentences[0])),
            part => Assert.Equal("Elm Hall is 45 metres high.", Slice(part.Sentences[0])));
    }

    [Fact]
    public async Task SearchAsync_OneSentenceComparesThem_HasNoParts()
    {
        using var store = _folder.Open();
        await IndexFolder.PutAsync(store, new Article("towers", "The old town has two towers of stone. The Anna Tower is 75 metres higher than Elm Hall. Both of them are open in summer."));

        var found = await SearchAsync(store, new StandaloneQuestion("Which is higher, the Anna Tower or Elm Hall?"));

        Assert.Empty(found.Parts);
        Assert.Equal("The Anna Tower is 75 metres higher than Elm Hall.", Slice(found.Sentences[0]));
    }

    [Fact]
    public async Task SearchAsync_OneQuestion_HasNoParts()
    {
        using var store = _folder.Open();
        await FillAsync(store);

        Assert.Empty((await SearchAsync(store, new StandaloneQuestion("Who built the Anna Bridge and the harbour?"))).Parts);
    }

    [Fact]
    public async Task SearchAsync_Filter_HoldsForEachPart()
    {
        using var store = _folder.Open();
        await FillAsync(store);

        var found = await SearchAsync(store, new StandaloneQuestion("Who built the Anna Bridge and how much does a ticket for the night tram cost?")
        {
            Filter = new ArticleFilter { Tags = ["bridges"] },
        });

        Assert.All(found.Parts.SelectMany(part => part.Sentences), sentence => Assert.Equal("bridge", sentence.Article.Id));
        Assert.All(found.Passages, passage => Assert.Equal("bridge", passage.Article.Id));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task FillAsync(LuceneArticleStore store)
    {
        await IndexFolder.PutAsync(store, new Article("bridge", $"The town lies on a river. {Builder} The Anna Bridge was opened in May 1931. It is of steel.") { Tags = ["bridges"] });
        await IndexFolder.PutAsync(store, new Article("tram", $"The night tram has three lines. {Price} Children ride free."));
        await IndexFolder.PutAsync(store, new Article("harbour", "The harbour is deep. Ships of all sizes call there. The pier is new."));
    }

    private static async Task<SearchResult> SearchAsync(LuceneArticleStore store, StandaloneQuestion question) =>
        await new PassageSearch(new LucenePassageIndex(store)).SearchAsync(question, TestContext.Current.CancellationToken);

    private static string Slice(RankedSentence sentence) => sentence.Article.Text.Slice(sentence.Span).ToString();
}
