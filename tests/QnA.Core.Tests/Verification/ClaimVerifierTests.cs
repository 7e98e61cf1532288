using QnA.Core.Answers;
using QnA.Core.Articles;
using QnA.Core.Questions;
using QnA.Core.Verification;
using QnA.Text;

namespace QnA.Core.Tests.Verification;

public class ClaimVerifierTests
{
    private static readonly Article Bridge = new("a", "The bridge opened in May. It cost 1.5 million. She was chosen. e\u0301 end.");

    private readonly ClaimVerifier _verifier = new(new FixedOptions(new AnswerOptions { MaxQuoteLength = 50 }));

    [Fact]
    public void TryVerify_NoText_TheFirstQuoteIsTheSentence()
    {
        var verified = Verify(new DraftClaim(null, [Bridge.Draft("It cost 1.5 million."), Bridge.Draft("The bridge opened in May.")]));

        Assert.Equal("It cost 1.5 million.", verified.Text);
        Assert.Equal(["It cost 1.5 million.", "The bridge opened in May."], verified.Quotes.Select(q => q.Quote.Text));
        Assert.All(verified.Quotes, q => Assert.Same(Bridge, q.Article));
    }

    [Theory]
    [InlineData("The bridge opened in May.")]
    [InlineData("The bridge opened in May")]
    [InlineData("bridge opened")]
    public void TryVerify_TextThatAQuoteHas_Passes(string text) =>
        Assert.Equal(text, Verify(new DraftClaim(text, [Bridge.Draft("She was chosen."), Bridge.Draft("The bridge opened in May.")])).Text);

    [Fact]
    public void TryVerify_QuoteOfGreatestLength_Passes() =>
        Verify(new DraftClaim(null, [new DraftQuote(Bridge, new TextSpan(0, 50))]));

    [Fact]
    public void TryVerify_NoSupport_IsRefused() =>
        AssertRefused(RefusalReason.NoSupport, new DraftClaim("The bridge opened in May.", []));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 10_000)]
    [InlineData(10_000, 10_001)]
    public void TryVerify_SpanOutsideTheTextOrEmpty_IsRefused(int start, int end) =>
        AssertRefused(RefusalReason.InvalidSpan, new DraftClaim(null, [new DraftQuote(Bridge, new TextSpan(start, end))]));

    [Fact]
    public void TryVerify_SpanThatSplitsACharacter_IsRefused()
    {
        var start = Bridge.SpanOf("e\u0301").Start;

        AssertRefused(RefusalReason.InvalidSpan, new DraftClaim(null, [new DraftQuote(Bridge, new TextSpan(start, start + 1))]));
    }

    [Fact]
    public void TryVerify_OneBadSpanAmongGoodOnes_IsRefused() =>
        AssertRefused(
            RefusalReason.InvalidSpan,
            new DraftClaim(null, [Bridge.Draft("The bridge opened in May."), new DraftQuote(Bridge, new TextSpan(5, 5))]));

    [Fact]
    public void TryVerify_QuoteTooLong_IsRefused() =>
        AssertRefused(RefusalReason.QuoteTooLong, new DraftClaim(null, [new DraftQuote(Bridge, new TextSpan(0, 51))]));

    [Theory]
    [InlineData("The bridge closed in May.")]
    [InlineData("The tunnel opened in May.")]
    [InlineData("The bridge opened in June.")]
    [InlineData("The bridge may have opened in May.")]
    public void TryVerify_TextThatNoQuoteHas_IsRefused(string text) =>
        AssertNotCarried(
            new DraftClaim(text, [Bridge.Draft("The bridge opened in May."), Bridge.Draft("It cost 1.5 million.")]));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    public void TryVerify_TextWithoutWords_IsRefused(string text) =>
        AssertNotCarried(new DraftClaim(text, [Bridge.Draft("The bridge opened in May.")]));

    // Parts of a quote's words or numbers say something else than the quote.
    [Theory]
    [InlineData("he was chosen.", "She was chosen.")]
    [InlineData("She was cho", "She was chosen.")]
    [InlineData("5 million", "It cost 1.5 million.")]
    [InlineData("It cost 1", "It cost 1.5 million.")]
    public void TryVerify_TextThatCutsAWordOrNumber_IsRefused(string text, string quote) =>
        AssertNotCarried(new DraftClaim(text, [Bridge.Draft(quote)]));

    [Theory]
    [InlineData("It rose by -5 degrees.", "5 degrees")]
    [InlineData("It rose by 5% there.", "It rose by 5")]
    [InlineData("The year 1996/97 was wet.", "The year 1996")]
    [InlineData("It cost 10 000 crowns.", "000 crowns")]
    public void TryVerify_TextThatChangesANumber_IsRefused(string quote, string text)
    {
        var article = new Article("a", quote.Replace("10 000", "10\u00A0000", StringComparison.Ordinal));

        AssertNotCarried(new DraftClaim(text, [new DraftQuote(article, article.Text.Span)]));
    }

    [Fact]
    public void TryVerify_FirstOccurrenceIsPartOfAWordButAnotherIsWhole_Passes()
    {
        var article = new Article("a", "The party saw art.");

        Assert.Equal("art", Verify(new DraftClaim("art", [new DraftQuote(article, article.Text.Span)])).Text);
    }

    [Fact]
    public void TryVerify_ScriptWithoutSpaces_LettersThatTouchAreNoSignOfOneWord()
    {
        var article = new Article("a", "桥于五月开通。");

        Assert.Equal("五月开通", Verify(new DraftClaim("五月开通", [new DraftQuote(article, article.Text.Span)])).Text);
    }

    private VerifiedClaim Verify(DraftClaim draft)
    {
        var (verified, refused) = TryVerify(draft);
        Assert.Null(refused?.Reason);
        return Assert.IsType<VerifiedClaim>(verified);
    }

    private void AssertRefused(RefusalReason reason, DraftClaim draft) => Assert.Equal(new RefusedClaim(draft, reason), AssertNotCarried(draft));

    private RefusedClaim AssertNotCarried(DraftClaim draft)
    {
        var (verified, refused) = TryVerify(draft);
        Assert.Null(verified);
        return Assert.IsType<RefusedClaim>(refused);
    }

    private (VerifiedClaim? Verified, RefusedClaim? Refused) TryVerify(DraftClaim draft)
    {
        var passed = _verifier.TryVerify(draft, new StandaloneQuestion("What is told?"), out var verified, out var refused);
        Assert.Equal(passed, verified is not null);
        Assert.Equal(passed, refused is null);
        return (verified, refused);
    }
}
