using QnA.Core.Articles;
using QnA.Core.Conflicts;
using QnA.Core.Retrieval;
using QnA.Text;

namespace QnA.Core.Tests.Conflicts;

public sealed class ConflictFinderTests
{
    private const string Question = "When did the tram line to the harbour open?";

    [Theory]
    [InlineData("When did the tram line to the harbour open?", "The tram line to the harbour opened on 4 May 2019 after long works.", "The tram line to the harbour opened on 6 June 2018 after long works.", "4 May 2019", "6 June 2018")]
    [InlineData("Who built the mill at Osterby?", "The mill at Osterby was built by Karin Lund for the village.", "The mill at Osterby was built by Jonas Berg for the village.", "Karin Lund", "Jonas Berg")]
    [InlineData("What did the bridge cost?", "The bridge cost 1.5 million euros when all was paid.", "The bridge cost 2.5 million euros when all was paid.", "1.5", "2.5")]
    [InlineData("Was ist der Eintritt im Museum?", "Der Eintritt im Museum kostet heute zwölf Euro für alle.", "Der Eintritt im Museum kostet heute neun Euro für alle.", "zwölf", "neun")]
    public void Find_OneValueDiffers_GivesBothValues(string question, string one, string other, string value, string otherValue) =>
        Assert.Equal([value, otherValue], Find(question, Of("a", one), Of("b", other)).Select(s => s.Side.Value));

    [Fact]
    public void Find_OneDenies_GivesBothSentences() => Assert.Equal(
        ["a", "b"],
        Find("Is the pool open on Sunday?", Of("a", "The pool is open on Sunday for everybody."), Of("b", "The pool is not open on Sunday for everybody."))
            .Select(s => s.Article.Id));

    [Theory]
    [InlineData("What did the bridge cost?", "The bridge cost 1.5 million euros when all was paid.", "The bridge cost 1,500,000 euros when all was paid.")]
    [InlineData(Question, "The tram line to the harbour opened on 4 May 2019 after long works.", "The tram line to the harbour opened on May 4, 2019 after long works.")]
    [InlineData(Question, "The tram line to the harbour opened on 4 May 2019 after long works.", "The tram line to the harbour opened on 4 May 2019 after long works.")]
    [InlineData("Who built the mill?", "The mill at Osterby was built by Karin Lund for the village.", "The mill at Osterby was built by Lund for the village.")]
    public void Find_SameValue_IsNoConflict(string question, string one, string other) => Assert.Empty(Find(question, Of("a", one), Of("b", other)));

    [Theory]
    [InlineData("How long does the battery of the K20 last?", "The battery of the K20 lasts 10 hours in cold weather.", "The battery of the K30 lasts 12 hours in cold weather.")]
    [InlineData("How long does the battery of the K20 last?", "The battery of the K30 lasts 10 hours in cold weather.", "The battery of the K30 lasts 12 hours in cold weather.")]
    [InlineData("What was the revenue?", "In 2019 the revenue of the company was 5 million euros.", "In 2020 the revenue of the company was 6 million euros.")]
    [InlineData("Who built the mill?", "The mill was built by Karin Lund.", "Karin Lund was born in Osterby and died in 1870.")]
    public void Find_DifferentThings_IsNoConflict(string question, string one, string other) => Assert.Empty(Find(question, Of("a", one), Of("b", other)));

    [Fact]
    public void Find_TitlesNameDifferentThings_IsNoConflict() => Assert.Empty(Find(
        "What is the range of the K20?",
        Of("a", "The range of the drone is 10 kilometres in cold weather.", title: "Manual K20"),
        Of("b", "The range of the drone is 12 kilometres in cold weather.", title: "Manual K30")));

    [Fact]
    public void Find_ValuesAreTheTitlesOfTheirArticles_IsNoConflict() => Assert.Empty(Find(
        "What is the second largest town of the county?",
        Of("a", "Osterby is the second largest town of the county by the sea.", title: "Osterby"),
        Of("b", "Westerby is the second largest town of the county by the sea.", title: "Westerby")));

    [Fact]
    public void Find_ValuesStandInHeadlines_GivesBothValues() => Assert.Equal(["Karin Lund", "Jonas Berg"], Find(
        "Who won the harbour race in May?",
        Of("a", "Karin Lund won the harbour race of the town in May.", title: "Karin Lund won the harbour race of the to"),
        Of("b", "Jonas Berg won the harbour race of the town in May.", title: "Jonas Berg won the harbour race of the to")).Select(s => s.Side.Value));

    [Fact]
    public void Find_SentencesAreTheTitlesOfTheirArticles_IsNoConflict() => Assert.Empty(Find(
        "When did the great harbour race start?",
        Of("a", "Osterby at the great harbour race 2012", title: "Osterby at the great harbour race 2012"),
        Of("b", "Westerby at the great harbour race 2012", title: "Westerby at the great harbour race 2012")));

    [Fact]
    public void Find_OneArticle_IsNoConflict()
    {
        var article = new Article("a", "The hall holds 200 guests on a normal day. The hall holds 300 guests on a normal day.");

        Assert.Empty(ConflictFinder.Find(
            "How many guests does the hall hold?",
            [new(article, article.SpanOf("The hall holds 200 guests on a normal day."), 1), new(article, article.SpanOf("The hall holds 300 guests on a normal day."), 0.9)],
            maximum: 3));
    }

    [Fact]
    public void Find_DatedArticles_NewestFirstAndUndatedLast() => Assert.Equal(
        ["new", "old", "undated"],
        Find(
            "How many guests does the hall hold?",
            Of("undated", "The hall holds 100 guests on a normal day."),
            Of("old", "The hall holds 200 guests on a normal day.", "2019"),
            Of("new", "The hall holds 300 guests on a normal day.", "2021-05-01")).Select(s => s.Article.Id));

    [Fact]
    public void Find_CopiesOfOneText_CountOnce() => Assert.Equal(
        ["a", "c"],
        Find(
            "How many guests does the hall hold?",
            Of("a", "The hall holds 200 guests on a normal day."),
            Of("b", "The hall holds 200 guests on a normal day."),
            Of("c", "The hall holds 300 guests on a normal day."),
            Of("d", "The hall holds 300 guests on a normal day.")).Select(s => s.Article.Id));

    [Fact]
    public void Find_SentenceThatCorrects_IsSaidToBeOne() => Assert.Equal(
        [false, true],
        Find(
            "How many guests does the hall hold?",
            Of("a", "The hall by the river holds 200 guests on a normal day."),
            Of("b", "Correction: The hall by the river holds 300 guests on a normal day.")).Select(s => s.Side.IsCorrection));

    private static IReadOnlyList<ConflictSentence> Find(string question, params Article[] articles) => ConflictFinder.Find(
        question, [.. articles.Select((a, i) => new RankedSentence(a, new TextSpan(0, a.Text.Length), 1 - (i * 0.1)))], maximum: 3);

    private static Article Of(string id, string text, string? published = null, string title = "") => new(id, text)
    {
        Title = title.Length == 0 ? "Notices" : title,
        Published = PublicationDate.TryParse(published, out var date) ? date : null,
    };
}
