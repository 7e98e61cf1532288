using Microsoft.Extensions.DependencyInjection;
using QnA.Core.Answers;
using QnA.Core.Verification;
using QnA.Models.Answering;
using QnA.Models.Caching;
using QnA.Models.Judging;

namespace QnA.Models.Registration;

/// <summary>What an answerer can be wrapped in; needs the services of <see cref="ModelQnABuilderExtensions.AddModels"/>.</summary>
public static class AnswererBuilderExtensions
{
    /// <summary>Gives again what was written to the same question about the same passages, as the settings <c>Answers:Cache…</c> say.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>Only for an answerer whose answers depend on nothing but the question, what was found, and the sections <c>Answers</c> and <c>Model</c>.</remarks>
    public static AnswererBuilder UseCache(this AnswererBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Use((inner, services) => ActivatorUtilities.CreateInstance<CachingAnswerer>(services, inner));
    }

    /// <summary>Lets quotes follow where what was written breaks off, or most of it is not carried by the articles.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="quotes">What quotes.</param>
    /// <returns>The same builder.</returns>
    public static AnswererBuilder UseQuotes(this AnswererBuilder builder, IAnswerer quotes)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(quotes);
        return builder.Use((inner, services) => new QuotingAnswerer(inner, quotes, services.GetRequiredService<ClaimVerifier>()));
    }

    /// <summary>Asks a model of every sentence that is no quote whether its quotes prove it, where <see cref="AnswerOptions.CheckClaims"/> says so.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The same builder.</returns>
    public static AnswererBuilder UseJudge(this AnswererBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Use((inner, services) => ActivatorUtilities.CreateInstance<JudgingAnswerer>(services, inner));
    }
}
