using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using QnA.Core.Answers;
using QnA.Core.Questions;
using QnA.Core.Retrieval;
using QnA.Core.Verification;
using QnA.Models.Options;
using QnA.Models.Prompts;

namespace QnA.Models.Caching;

/// <summary>Gives again what a model wrote to the same question about the same passages.</summary>
/// <remarks>
/// Only the draft is kept. Search comes before it and verification after it, as for every draft: quotes are cut from the articles as they
/// are now. Kept is what the first model wrote whole and alone; failures, answers mended with quotes and "not found" are tried again.
/// Questions that are asked at the same time do not wait for each other, so none can be held up or stopped by another. Safe for
/// concurrent use.
/// </remarks>
internal sealed class CachingAnswerer(
    IAnswerer inner,
    ModelCache cache,
    PromptLibrary prompts,
    IOptionsMonitor<ModelOptions> modelOptions,
    IOptionsMonitor<AnswerOptions> answerOptions) : IAnswerer
{
    /// <inheritdoc/>
    public string Model => inner.Model;

    /// <inheritdoc/>
    public async IAsyncEnumerable<Draft> DraftAsync(
        StandaloneQuestion question, SearchResult found, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(found);
        var key = KeyOf(question, found);
        if (key is not null && await FindAsync(key, found, cancellationToken).ConfigureAwait(false) is var (claims, promptVersion))
        {
            foreach (var claim in claims)
            {
                yield return claim;
            }

            yield return new DraftEnd(Model) { PromptVersion = promptVersion };
            yield break;
        }

        var drafted = new List<DraftClaim>();
        await foreach (var draft in inner.DraftAsync(question, found, cancellationToken).ConfigureAwait(false))
        {
            if (((draft as CheckedClaim)?.Draft ?? draft as DraftClaim) is { } claim)
            {
                drafted.Add(claim);
            }
            else if (key is not null && draft is DraftEnd { SaysNotFound: false, PromptVersion: { } version } end && end.Model == Model && IsWhole(drafted))
            {
                await cache.StoreAsync(key, CachedAnswer.Of(version, drafted).ToBytes(), cancellationToken).ConfigureAwait(false);
            }

            yield return draft;
        }
    }

    // A sentence that nobody could judge may be judged the next time.
    private static bool IsWhole(List<DraftClaim> drafted) => drafted.Count > 0 && !drafted.Exists(claim => claim.Objection == RefusalReason.NotJudged);

    private async ValueTask<(List<DraftClaim> Claims, string PromptVersion)?> FindAsync(string key, SearchResult found, CancellationToken cancellationToken) =>
        await cache.FindAsync(key, cancellationToken).ConfigureAwait(false) is { } bytes
            && CachedAnswer.Read(bytes) is { } known
            && known.TryResolve(found, out var claims)
                ? (claims, known.PromptVersion)
                : null;

    private string? KeyOf(StandaloneQuestion question, SearchResult found)
    {
        var answers = answerOptions.CurrentValue;
        if (!answers.Cache)
        {
            return null;
        }

        try
        {
            var versions = prompts.LoadAnswer().Version + (answers.CheckClaims ? prompts.LoadCheckClaim().Version : "");
            return CacheKey.Of(Model, question, found, modelOptions.CurrentValue, answers, versions);
        }
        catch (PromptException)
        {
            // Whoever needs the prompt says what is wrong with it.
            return null;
        }
    }
}
