using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using QnA.Core.Ingestion;

namespace QnA.Core.Tests.Ingestion;

/// <summary>An ingester with a store in memory and a clock that stands still.</summary>
public abstract class ArticleIngesterFixture
{
    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected InMemoryArticleStore Store { get; } = new();

    private protected FakeTimeProvider Time { get; } = new();

    private protected static ScriptedSource Folder(string name = "/news") => new(name);

    private protected Task<IngestionSummary> IngestAsync(params ScriptedSource[] sources) => IngestAsync(sources, null, Cancel);

    private protected Task<IngestionSummary> IngestAsync(
        ScriptedSource[] sources, IProgress<IngestionProgress>? progress, CancellationToken cancellationToken) =>
        new ArticleIngester(Store, Time, NullLogger<ArticleIngester>.Instance).IngestAsync(sources, progress, cancellationToken);

    private protected async Task<string?> TextOfAsync(string id) => (await Store.FindAsync(id, Cancel))?.Text.Value;

    private protected static void AssertCounts(
        IngestionSummary summary, int added = 0, int changed = 0, int unchanged = 0, int removed = 0, int failed = 0) =>
        Assert.Equal(
            (added, changed, unchanged, removed, failed),
            (summary.New, summary.Changed, summary.Unchanged, summary.Removed, summary.Failures.Count));
}
