using System.Security.Cryptography;
using System.Text;
using CsCheck;
using QnA.Conformance;
using QnA.Core.Answers;
using QnA.Core.Articles;
using QnA.Core.Receipts;
using QnA.Core.Tests.Ingestion;
using QnA.Text;

namespace QnA.Core.Tests.Receipts;

public class ReceiptVerifierTests
{
    private const string Text = "The bridge opened in May. It cost 1.5 million crowns. The mayor, who had promised it for years, was pleased.";

    private static readonly Article Before = new("a", Text);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task VerifyAsync_SameText_IsUnchangedAndCutFromTheArticle()
    {
        var verification = await VerifyAsync(Sample.Receipt(Before, "It cost 1.5 million crowns.", "The bridge opened in May."), Before);

        Assert.True(verification.IsUnchanged);
        Assert.Null(verification.Problem);
        Assert.Equal(2, verification.Count(CitationOutcome.Unchanged));
        Assert.All(verification.Citations, c => Assert.Equal(c.Citation.Quote, c.Current?.Text));
        Assert.All(verification.Citations, c => Assert.False(c.ArticleChanged));
    }

    [Fact]
    public async Task VerifyAsync_ArticleChangedElsewhere_IsUnchangedWithItsNewPlace()
    {
        var now = new Article("a", "News. " + Text.Replace("pleased", "proud", StringComparison.Ordinal));

        var citation = await VerifyOneAsync("It cost 1.5 million crowns.", now);

        Assert.Equal(CitationOutcome.Unchanged, citation.Outcome);
        Assert.True(citation.ArticleChanged);
        Assert.Equal(now.SpanOf("It cost 1.5 million crowns."), citation.Current?.Span);
        Assert.Contains(citation.Current!.Span.ToString(), citation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifyAsync_WordsStandAtSeveralPlaces_TakesTheNearest()
    {
        var before = new Article("a", "Yes, it is. Then a long sentence came between them. Yes, it is. The end.");
        var now = new Article("a", "Well. " + before.Text.Value);
        var second = new TextSpan(before.Text.Value.LastIndexOf("Yes", StringComparison.Ordinal), 0 + before.Text.Value.LastIndexOf(" The", StringComparison.Ordinal));
        var receipt = Receipt.From(
            Sample.Answer(before) with { Citations = [Citation.Of(1, before.Text.Cut(second), before)] }, null);

        var citation = Assert.Single((await VerifyAsync(receipt, now)).Citations);

        Assert.Equal(second.Start + 6, citation.Current?.Span.Start);
    }

    [Theory]
    [InlineData("It cost 1.5 million crowns.", "It cost 1.6 million crowns in the end.")]
    [InlineData("The bridge opened in May.", "The bridge opened in June.")]
    public async Task VerifyAsync_WordsChanged_ShowsTheMostSimilarSentence(string was, string isNow)
    {
        var citation = await VerifyOneAsync(was, new Article("a", Text.Replace(was, isNow, StringComparison.Ordinal)));

        Assert.Equal(CitationOutcome.Changed, citation.Outcome);
        Assert.Equal(was, citation.Citation.Quote);
        Assert.Equal(isNow, citation.Current?.Text);
    }

    [Theory]
    [InlineData("It cost 1", "It cost 10 crowns.")]
    [InlineData("It cost 1", "It cost 1,5 crowns.")]
    [InlineData("It cost 1", "It cost 1.5 crowns.")]
    [InlineData("he was pleased", "she was pleased")]
    [InlineData("cafe", "the cafe\u0301")]
    public async Task VerifyAsync_WordsAreOnlyPartOfOtherWords_IsChanged(string was, string isNow)
    {
        var before = new Article("a", was);

        var citation = Assert.Single((await VerifyAsync(Sample.Receipt(before, was), new Article("a", isNow))).Citations);

        Assert.Equal(CitationOutcome.Changed, citation.Outcome);
    }

    [Fact]
    public async Task VerifyAsync_NothingSimilarIsLeft_IsChangedWithNothingToShow()
    {
        var citation = await VerifyOneAsync("It cost 1.5 million crowns.", new Article("a", "Weather report: rain. The sun comes later."));

        Assert.Equal(CitationOutcome.Changed, citation.Outcome);
        Assert.Null(citation.Current);
    }

    [Fact]
    public async Task VerifyAsync_OneEndlessSentence_ShowsABoundedPart()
    {
        var filler = string.Concat(Enumerable.Repeat("lorem 👨‍👩‍👧 ipsum e\u0301 ", 400));
        var now = new Article("a", $"{filler}It cost 1.6 million crowns {filler}");

        var citation = await VerifyOneAsync("It cost 1.5 million crowns.", now);

        Assert.Equal(CitationOutcome.Changed, citation.Outcome);
        Assert.True(citation.Current is null or { Text.Length: <= 410 });
    }

    [Fact]
    public async Task VerifyAsync_NoSuchArticle_IsGone()
    {
        var citation = await VerifyOneAsync("The bridge opened in May.", new Article("b", Text));

        Assert.Equal(CitationOutcome.Gone, citation.Outcome);
        Assert.Null(citation.Current);
        Assert.Contains("'a'", citation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifyAsync_QuoteEdited_IsAltered() =>
        await AssertAlteredAsync(c => c with { Quote = c.Quote.Replace("May", "Mai", StringComparison.Ordinal) });

    [Fact]
    public async Task VerifyAsync_QuoteAndItsHashEdited_IsAlteredAndShowsWhatReallyStandsThere()
    {
        var citation = await AssertAlteredAsync(c => WithQuote(c, "The bridge closed in May."));

        Assert.Equal("The bridge opened in May.", citation.Current?.Text);
    }

    [Theory]
    [InlineData(-1, 24)]
    [InlineData(0, 24)]
    [InlineData(25, 0)]
    [InlineData(1, 26)]
    [InlineData(1000, 1025)]
    [InlineData(int.MinValue, int.MaxValue)]
    [InlineData(int.MaxValue, int.MinValue + 24)]
    public async Task VerifyAsync_OffsetsEdited_IsAltered(int start, int end) =>
        await AssertAlteredAsync(c => c with { Start = start, End = end });

    [Fact]
    public async Task VerifyAsync_EmptyQuoteOrNoArticle_IsAltered()
    {
        await AssertAlteredAsync(c => WithQuote(c, "") with { End = c.Start });
        await AssertAlteredAsync(c => c with { ArticleId = "" });
    }

    [Fact]
    public async Task VerifyAsync_QuoteThatSplitsACharacter_IsAltered()
    {
        var article = new Article("a", "caf\u0065\u0301 👍🏽");
        var receipt = Sample.Receipt(article, "cafe\u0301");
        var split = WithQuote(receipt.Citations[0], "cafe") with { End = 4 };

        var citation = Assert.Single((await VerifyAsync(receipt with { Citations = [split] }, article)).Citations);

        Assert.Equal(CitationOutcome.Altered, citation.Outcome);
        Assert.Equal("cafe\u0301", citation.Current?.Text);
    }

    [Fact]
    public async Task VerifyAsync_HashInUpperCase_IsTheSameHash()
    {
        var receipt = Sample.Receipt(Before, "The bridge opened in May.");
        var upper = receipt.Citations[0] with { Sha256 = receipt.Citations[0].Sha256.ToUpperInvariant() };

        Assert.True((await VerifyAsync(receipt with { Citations = [upper] }, Before)).IsUnchanged);
    }

    [Fact]
    public async Task VerifyAsync_OneOfTwoChanged_IsNotUnchangedAndKeepsTheOrder()
    {
        var now = new Article("a", Text.Replace("1.5", "1.6", StringComparison.Ordinal));

        var verification = await VerifyAsync(Sample.Receipt(Before, "It cost 1.5 million crowns.", "The bridge opened in May."), now);

        Assert.False(verification.IsUnchanged);
        Assert.Equal([CitationOutcome.Changed, CitationOutcome.Unchanged], verification.Citations.Select(c => c.Outcome));
    }

    [Theory]
    [InlineData(AnswerStatus.Answered, false)]
    [InlineData(AnswerStatus.Conflict, false)]
    [InlineData(AnswerStatus.NotFound, true)]
    [InlineData(AnswerStatus.Error, true)]
    public async Task VerifyAsync_NoCitations_IsAProblemOfAnAnswerOnly(AnswerStatus status, bool unchanged)
    {
        var verification = await VerifyAsync(Sample.Receipt(Before) with { Status = status }, Before);

        Assert.Equal(unchanged, verification.IsUnchanged);
        Assert.Equal(unchanged, verification.Problem is null);
    }

    [Fact]
    public async Task VerifyAsync_Cancelled_Stops() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new ReceiptVerifier(new InMemoryArticleStore()).VerifyAsync(
                Sample.Receipt(Before, "The bridge opened in May."), new CancellationToken(canceled: true)));

    [Fact]
    public Task VerifyAsync_AnyTexts_NeverCallsAFalseQuoteUnchanged() =>
        Gen.Select(HostileText.Texts, HostileText.Texts, HostileText.Texts).SampleAsync(
            async texts =>
            {
                var (before, now, inserted) = texts;
                var article = new Article("a", before + "x");
                var receipt = Sample.Receipt(article, article.Text.Value);
                foreach (var text in (string[])[now, inserted + before + "x", before + "x" + inserted])
                {
                    var citation = Assert.Single((await VerifyAsync(receipt, new Article("a", text))).Citations);
                    Assert.NotEqual(CitationOutcome.Altered, citation.Outcome);
                    Assert.True(citation.Outcome != CitationOutcome.Unchanged || citation.Current?.Text == citation.Citation.Quote);
                    Assert.True(citation.Current is null || new Article("a", text).Text.Cut(citation.Current.Span).Equals(citation.Current));
                }
            },
            iter: 300);

    private static async Task<ReceiptVerification> VerifyAsync(Receipt receipt, Article now)
    {
        var store = new InMemoryArticleStore();
        await using (var writer = await store.OpenWriterAsync(Cancel))
        {
            await writer.PutAsync(now, Cancel);
            await writer.CommitAsync(Cancel);
        }

        return await new ReceiptVerifier(store).VerifyAsync(receipt, Cancel);
    }

    private static async Task<CitationVerification> VerifyOneAsync(string quote, Article now) =>
        Assert.Single((await VerifyAsync(Sample.Receipt(Before, quote), now)).Citations);

    private static async Task<CitationVerification> AssertAlteredAsync(Func<ReceiptCitation, ReceiptCitation> edit)
    {
        var receipt = Sample.Receipt(Before, "The bridge opened in May.");
        var verification = await VerifyAsync(receipt with { Citations = [edit(receipt.Citations[0])] }, Before);

        var citation = Assert.Single(verification.Citations);
        Assert.Equal(CitationOutcome.Altered, citation.Outcome);
        Assert.False(verification.IsUnchanged);
        return citation;
    }

    private static ReceiptCitation WithQuote(ReceiptCitation citation, string quote) => citation with
    {
        Quote = quote,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(quote))),
    };
}
