using System.Diagnostics;
using QnA.Core.Answers;
using QnA.Core.Articles;
using QnA.Core.Questions;
using QnA.Core.Verification;
using QnA.Text;

namespace QnA.Evaluation.Claims;

/// <summary>Lets verification judge sentences that people judged.</summary>
/// <remarks>Each sentence's places are the sentences of an article of its own, one a line. Safe for concurrent use.</remarks>
public static class ClaimMeasurement
{
    /// <summary>Judges a sentence.</summary>
    /// <param name="claim">The sentence.</param>
    /// <param name="verifier">What judges.</param>
    public static ClaimResult Judge(JudgedClaim claim, ClaimVerifier verifier)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(verifier);
        var started = Stopwatch.GetTimestamp();
        var passed = verifier.TryVerify(DraftOf(claim), new StandaloneQuestion(claim.Question), out _, out var refused);
        return new ClaimResult(claim.Id, claim.Set, claim.IsSupported, passed, Stopwatch.GetElapsedTime(started).TotalMilliseconds)
        {
            Reason = refused?.Reason.ToString(),
        };
    }

    private static DraftClaim DraftOf(JudgedClaim claim)
    {
        var article = new Article(claim.Id, string.Join('\n', claim.Quotes)) { Title = claim.Title };
        var quotes = new List<DraftQuote>(claim.Quotes.Count);
        var start = 0;
        foreach (var text in claim.Quotes)
        {
            // The article's text is normalized, and a quote may have other letters there than in the file.
            var length = new ArticleText(claim.Id, text).Length;
            quotes.Add(new DraftQuote(article, article.Text.Widen(new TextSpan(start, Math.Min(start + length, article.Text.Length)))));
            start += length + 1;
        }

        return new DraftClaim(claim.Claim, quotes);
    }
}

/// <summary>What became of one sentence.</summary>
/// <param name="Id">The sentence.</param>
/// <param name="Set">Its set.</param>
/// <param name="IsSupported">What people found.</param>
/// <param name="IsSent">Whether verification let it through.</param>
/// <param name="ElapsedMs">How long verification took, in milliseconds.</param>
public sealed record ClaimResult(string Id, string Set, bool IsSupported, bool IsSent, double ElapsedMs)
{
    /// <summary>Gets why it was refused, the name of a <see cref="RefusalReason"/>; <see langword="null"/> where it was sent.</summary>
    public string? Reason { get; init; }
}
