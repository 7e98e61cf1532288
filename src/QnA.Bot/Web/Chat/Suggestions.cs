using Microsoft.Extensions.Options;
using QnA.Core.Access;
using QnA.Core.Answers;
using QnA.Core.Articles;
using QnA.Core.Ingestion;
using QnA.Core.Questions;
using QnA.Core.Retrieval;

namespace QnA.Bot.Web.Chat;

/// <summary>Finds what a person could begin with: titles of articles that, when asked, are answered from those very articles.</summary>
/// <remarks>
/// Only articles that everyone may read are suggested, as they are when somebody looks: what was found before is found anew when one of
/// them has changed, is gone or is no longer for everyone. No model is asked. Safe for concurrent use.
/// </remarks>
internal sealed class Suggestions(IVisibleArticles visible, IPassageSearch search, IOptionsMonitor<AnswerOptions> options) : IDisposable
{
    private const int MaxSuggestions = 6;

    // Enough to find a few good ones among; looking through a whole collection would make the first visitor wait.
    private const int MaxArticles = 48;

    private const int MaxKept = 16;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<string, IReadOnlyList<Kept>> _kept = new(StringComparer.OrdinalIgnoreCase);
    private ArticleStoreStatistics? _keptFor;

    /// <summary>Gets the suggestions, newest first; those in the asked language come before the others.</summary>
    /// <param name="language">A BCP 47 tag, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyList<Suggestion>> GetAsync(string? language, CancellationToken cancellationToken)
    {
        var primary = Primary(language);
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var statistics = await visible.GetStatisticsAsync(Reader.Anonymous, cancellationToken);
            if (statistics != _keptFor || _kept.Count >= MaxKept)
            {
                _kept.Clear();
                _keptFor = statistics;
            }

            if (!_kept.TryGetValue(primary, out var kept) || !await AreCurrentAsync(kept, cancellationToken))
            {
                kept = await FindAsync(primary, cancellationToken);
                _kept[primary] = kept;
            }

            return [.. kept.Select(one => one.Suggestion)];
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<IReadOnlyList<Kept>> FindAsync(string language, CancellationToken cancellationToken)
    {
        var articles = await visible.ListAsync(Reader.Anonymous, MaxArticles, cancellationToken);
        List<Kept> found = [];
        foreach (var article in articles
            .Where(a => a.Title != a.Id && a.Title.Length <= options.CurrentValue.MaxQuestionLength)
            .OrderBy(a => a.TextLanguage is null ? 1 : string.Equals(Primary(a.TextLanguage), language, StringComparison.OrdinalIgnoreCase) ? 0 : 2)
            .ThenByDescending(a => a.Published?.Start)
            .ThenBy(a => a.Id, StringComparer.Ordinal))
        {
            if (await IsAnsweredAsync(article, cancellationToken))
            {
                found.Add(new Kept(article.Id, article.Fingerprint, new Suggestion(article.Title, article.TextLanguage, article.Published?.ToString())));
            }

            if (found.Count == MaxSuggestions)
            {
                break;
            }
        }

        return found;
    }

    private async Task<bool> AreCurrentAsync(IReadOnlyList<Kept> kept, CancellationToken cancellationToken)
    {
        foreach (var (id, fingerprint, _) in kept)
        {
            if ((await visible.FindAsync(Reader.Anonymous, id, cancellationToken))?.Fingerprint != fingerprint)
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> IsAnsweredAsync(Article article, CancellationToken cancellationToken)
    {
        var result = await search.SearchAsync(new StandaloneQuestion(article.Title), cancellationToken);
        return result.Confidence >= options.CurrentValue.MinimumConfidence
            && result.Sentences is [var best, ..]
            && best.Article.Id == article.Id;
    }

    private static string Primary(string? language) => (language ?? "").Split('-')[0];

    private sealed record Kept(string ArticleId, string Fingerprint, Suggestion Suggestion);
}

/// <summary>Something to begin with.</summary>
/// <param name="Title">The title of an article, which can be asked as it is.</param>
/// <param name="Language">The article's language as a BCP 47 tag, where its source says.</param>
/// <param name="Published">The article's date in ISO 8601, where its source says.</param>
internal sealed record Suggestion(string Title, string? Language, string? Published);
