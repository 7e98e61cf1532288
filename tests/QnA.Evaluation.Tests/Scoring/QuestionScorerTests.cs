using QnA.Core.Articles;
using QnA.Evaluation.Answers;
using QnA.Evaluation.Scoring;
using QnA.Evaluation.Sets;

namespace QnA.Evaluation.Tests.Scoring;

public sealed class QuestionScorerTests
{
    [Fact]
    public void Score_AnswerPlaceAfterAPicture_IsCountedInCodePoints()
    {
        var start = Samples.Mill.IndexOf("Anders Holt", StringComparison.Ordinal) - 1;
        var question = Samples.Question() with { AnswerPlaces = [new AnswerPlace("mill", start, start + "Anders Holt".Length)] };

        Assert.Equal(1, Score(question, Samples.Quote("Anders Holt")).QuoteRank);
        Assert.Equal(0, Score(question, Samples.Quote("nders Holt rebuilt it.")).QuoteRank);
        Assert.Equal(0, Score(question, Samples.Quote("Anders Hol")).QuoteRank);
    }

    [Theory]
    [InlineData("Anders Holt rebuilt it.", 1)]
    [InlineData("Holt reb", 1)]
    [InlineData("Anders Holt", 0)]
    [InlineData("burned in 1903. Anders Holt", 0)]
    [InlineData("It turns from May to October.", 0)]
    public void Score_Evidence_MustBeOverlappedByHalfOfTheShorter(string quote, int rank) =>
        Assert.Equal(rank, Score(Samples.WithEvidence("Holt rebuilt it."), Samples.Quote(quote)).QuoteRank);

    [Fact]
    public void Score_QuoteOfMoreThan400_NeverCounts()
    {
        var text = new string('a', 300) + " Anders Holt " + new string('b', 300);
        var articles = new Dictionary<string, Article>(StringComparer.Ordinal) { ["mill"] = new("mill", text) };
        var question = Samples.Question() with { AnswerPlaces = [new AnswerPlace("mill", 301, 312)] };

        Assert.Equal(1, QuestionScorer.Score(question, Samples.Answer(new GivenQuote("mill", 0, 400, text[..400])), articles).QuoteRank);
        Assert.Equal(0, QuestionScorer.Score(question, Samples.Answer(new GivenQuote("mill", 0, 401, text[..401])), articles).QuoteRank);
    }

    [Fact]
    public void Score_Articles_AreRankedOnceEach() => Assert.Equal(2, Score(Samples.WithEvidence("Anders Holt")).ArticleRank);

    [Fact]
    public void Score_QuoteThatIsNotTheSlice_IsNotVerbatim()
    {
        var quote = Samples.Quote("Anders Holt");

        var result = Score(
            Samples.WithEvidence("Anders Holt"),
            quote,
            quote with { Text = "anders Holt" },
            quote with { Start = quote.Start + 1, End = quote.End + 1 },
            quote with { ArticleId = "gone" },
            quote with { End = 10_000 },
            quote with { Start = -3 });

        Assert.Equal(6, result.Quotes);
        Assert.Equal(1, result.VerbatimQuotes);
    }

    [Fact]
    public void Score_QuestionWithoutKnownPlace_IsNotScored()
    {
        Assert.False(Score(Samples.WithEvidence("Anders  Holt")).IsScored);
        Assert.False(Score(Samples.WithEvidence("Anders Holt") with { IsAnswerable = false }).IsScored);
        Assert.False(Score(Samples.WithEvidence("Anders Holt") with { ArticleIds = ["gone"] }).IsScored);
    }

    [Theory]
    [InlineData("conflict", "burned in 1903", "Built in 1911", true)]
    [InlineData("answered", "burned in 1903", "Built in 1911", false)]
    [InlineData("conflict", "burned in 1903", "Built in 1912", false)]
    public void Score_Conflict_NeedsStatusAndBothValues(string status, string first, string second, bool shown)
    {
        var question = Samples.WithEvidence("burned in 1903") with { Type = "conflict", TrueAnswers = ["IN 1903"], PlantedAnswers = ["1911"] };
        var answer = Samples.Answer(new GivenQuote("mill", 0, 1, first), new GivenQuote("other", 0, 1, second)) with { Status = status };

        var result = QuestionScorer.Score(question, answer, Samples.Articles);

        Assert.True(result.IsConflict);
        Assert.Equal(shown, result.IsConflictShown);
    }

    [Theory]
    [InlineData("ΟΔΟΣ ΟΔΟΣ", "οδος οδος")]
    [InlineData("ΣΑΣ'Α Σ", "σασ'α σ")]
    [InlineData("İZMİR", "i\u0307zmi\u0307r")]
    [InlineData("Straße", "straße")]
    public void Lower_SpecialLetters_FollowTheStandard(string text, string lower) => Assert.Equal(lower, ConflictValues.Lower(text));

    private static QuestionResult Score(EvaluationQuestion question, params GivenQuote[] quotes) =>
        QuestionScorer.Score(question, Samples.Answer(quotes), Samples.Articles);
}
