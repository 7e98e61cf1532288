using QnA.Answering.Retrieval;
using QnA.Core.Answers;
using QnA.Core.Articles;
using QnA.Core.Questions;
using QnA.Lucene.Retrieval;
using QnA.Lucene.Tests.Index;

namespace QnA.Lucene.Tests.Retrieval;

/// <summary>What is answered and what is refused with the default threshold, on the real index.</summary>
public sealed class ConfidenceTests : IDisposable
{
    private static readonly Article[] Articles =
    [
        new("mill", "The Hadley mill was rebuilt after the fire. Its new wheel turns from May to October. Anders Holt runs the mill with two helpers.")
        {
            Title = "The Hadley mill turns again",
        },
        new("tower", "Visitors climb the tower of Hadley by 212 steps. Admission to the tower costs 4.50 euros, and children pay half.")
        {
            Title = "Hadley opens its tower",
        },
        new("lake", "The lake froze in January. The council warned of thin ice, and the skating club moved its race indoors.")
        {
            Title = "Thin ice on the lake",
        },
    ];

    private readonly IndexFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Who runs the Hadley mill?")]
    [InlineData("How many steps does the tower of Hadley have?")]
    [InlineData("How much does admission to the tower cost?")]
    [InlineData("When did the lake freeze?")]
    public async Task SearchAsync_TheArticlesAnswer_IsAtLeastTheDefaultThreshold(string question) =>
        Assert.InRange(await ConfidenceOfAsync(question), new AnswerOptions().MinimumConfidence, 1);

    [Theory]
    [InlineData("Which architect designed the Hadley cathedral?")]
    [InlineData("Who conducts the symphony orchestra?")]
    public async Task SearchAsync_TheArticlesLackWhatIsAsked_IsUnderTheDefaultThreshold(string question) =>
        Assert.InRange(await ConfidenceOfAsync(question), 0, new AnswerOptions().MinimumConfidence - 0.0001);

    [Fact]
    public async Task SearchAsync_PriceThatNoArticleNames_IsUnderTheDefaultThreshold() =>
        Assert.InRange(
            await ConfidenceOfAsync("How much did rebuilding the Hadley mill cost?", Articles[0]), 0, new AnswerOptions().MinimumConfidence - 0.0001);

    [Theory]
    [InlineData("Who is the mayor of Hadley?", true)]
    [InlineData("Who is the mayor of Brockton?", false)]
    [InlineData("Who met the mayor of Brockton?", true)]
    public async Task SearchAsync_RoleOfAnotherName_IsUnderTheDefaultThreshold(string question, bool isAnswered)
    {
        var article = new Article("visit", "The mayor of Hadley, Edith Marlow, received guests on Monday. A week before, she had met the choir of Brockton.");

        Assert.Equal(isAnswered, await ConfidenceOfAsync(question, article) >= new AnswerOptions().MinimumConfidence);
    }

    private Task<double> ConfidenceOfAsync(string question) => ConfidenceOfAsync(question, Articles);

    private async Task<double> ConfidenceOfAsync(string question, params Article[] articles)
    {
        using var store = _folder.Open();
        await IndexFolder.PutAsync(store, articles);
        var found = await new PassageSearch(new LucenePassageIndex(store)).SearchAsync(new StandaloneQuestion(question), TestContext.Current.CancellationToken);
        return found.Confidence;
    }
}
