using QnA.Answering.Retrieval;
using QnA.Core.Articles;
using QnA.Core.Questions;
using QnA.Core.Retrieval;
using QnA.Lucene.Index;
using QnA.Lucene.Retrieval;
using QnA.Lucene.Tests.Index;

namespace QnA.Lucene.Tests;

public sealed class PassageSearchTests : IDisposable
{
    private readonly IndexFolder _folder = new();

    [Theory]
    [InlineData("When did the tram open?", "The tram opened on 3 May 2024.")]
    [InlineData("Wann fuhren die ersten Straßenbahnen?", "Die ersten Straßenbahnen fuhren im Mai 2024.")]
    [InlineData("电车什么时候开通？", "电车于2024年5月开通。")]
    public async Task SearchAsync_ArticlesOfSeveralLanguages_RanksTheAnswerOfTheQuestionsLanguageFirst(string question, string answer)
    {
        using var store = _folder.Open();
        await IndexFolder.PutAsync(store, new Article("en", "The town has a new line. The tram opened on 3 May 2024. It is green.") { Language = "en" });
        await IndexFolder.PutAsync(store, new Article("de", "Die Stadt hat eine neue Linie. Die ersten Straßenbahnen fuhren im Mai 2024. Sie sind grün.") { Language = "de" });
        await IndexFolder.PutAsync(store, new Article("zh", "城市有一条新线路。电车于2024年5月开通。它是绿色的，很多人都喜欢。") { Language = "zh" });

        var found = await new PassageSearch(new LucenePassageIndex(store)).SearchAsync(new StandaloneQuestion(question), TestContext.Current.CancellationToken);

        Assert.Contains(answer, Slice(found.Sentences[0]), StringComparison.Ordinal);
        Assert.InRange(found.Confidence, 0.5, 1);
    }

    [Fact]
    public async Task SearchAsync_QuestionOfManyWords_IsAnswered()
    {
        using var store = _folder.Open();
        await IndexFolder.PutAsync(store, new Article("a", "The tram opened on 3 May 2024. It is green."));
        var question = "When did the tram open? " + string.Join(' ', Enumerable.Range(0, 300).Select(i => $"word{i}"));

        var found = await new PassageSearch(new LucenePassageIndex(store)).SearchAsync(new StandaloneQuestion(question), TestContext.Current.CancellationToken);

        Assert.NotEmpty(found.Sentences);
    }

    [Fact]
    public async Task SearchAsync_LastWordIsAnEarlierOneInOneLanguageOnly_IsAnswered()
    {
        using var store = _folder.Open();
        await IndexFolder.PutAsync(store, new Article("en", "The words Haus and Häuser are on the sign of the tram. It is green.") { Language = "en" });
        await IndexFolder.PutAsync(store, new Article("de", "Das Haus am Hafen ist alt. Die Häuser daneben sind neu.") { Language = "de" });

        var found = await new PassageSearch(new LucenePassageIndex(store)).SearchAsync(
            new StandaloneQuestion("Wie alt ist das Haus und die Häuser?"), TestContext.Current.CancellationToken);

        Assert.Contains("Das Haus am Hafen ist alt.", found.Sentences.Select(Slice));
    }

    [Fact]
    public async Task SearchAsync_PassagesThatScoreAlike_AreOrderedByTheirArticlesInWhateverOrderTheseCame()
    {
        var articles = Enumerable.Range(0, 150).Select(i => new Article($"tram-{i:000}", $"The tram opened on 3 May. Line {i} is green.")).ToArray();
        using var store = _folder.Open();
        await IndexFolder.PutAsync(store, articles);
        using var otherFolder = new IndexFolder();
        using var other = otherFolder.Open();
        Array.Reverse(articles);
        await IndexFolder.PutAsync(other, articles);

        var (first, second) = (await IdsAsync(store), await IdsAsync(other));

        Assert.Equal(first.Order(StringComparer.Ordinal), first);
        Assert.Equal(first, second);
        Assert.Equal("tram-000", first[0]);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<string[]> IdsAsync(LuceneArticleStore store)
    {
        var found = await new PassageSearch(new LucenePassageIndex(store)).SearchAsync(new StandaloneQuestion("When did the tram open?"), TestContext.Current.CancellationToken);
        return [.. found.Passages.Select(p => p.Article.Id)];
    }

    private static string Slice(RankedSentence sentence) => sentence.Article.Text.Slice(sentence.Span).ToString();
}
