using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using QnA.Bot.Following;
using QnA.Core.Access;
using QnA.Core.Ingestion;

namespace QnA.Bot.Health;

/// <summary>
/// Tells whether questions can be answered: unhealthy without an index to read, degraded where it cannot be brought up to date or
/// some articles cannot be read. Says how many, not which: the log names paths, this page is for anyone, and counts only what everyone may read.
/// </summary>
internal sealed class IndexHealthCheck(IVisibleArticles articles, IngestionStatus ingestion) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArticleStoreStatistics statistics;
        try
        {
            statistics = await articles.GetStatisticsAsync(Reader.Anonymous, cancellationToken);
        }
        catch (ArticleStoreException exception)
        {
            return HealthCheckResult.Unhealthy("The index cannot be read; the log says why.", exception);
        }

        var state = ingestion.Current;
        var data = new Dictionary<string, object>(StringComparer.Ordinal) { ["articles"] = statistics.Articles, ["passages"] = statistics.Passages };
        if (state.Error is not null)
        {
            return HealthCheckResult.Degraded("The index cannot be brought up to date and is tried again; the log says why.", data: data);
        }

        if (!state.Completed)
        {
            return statistics.Articles > 0
                ? HealthCheckResult.Healthy("The articles are being read; those read so far are answered from.", data)
                : HealthCheckResult.Unhealthy("The articles are being read for the first time.", data: data);
        }

        return state.Failures.Count > 0
            ? HealthCheckResult.Degraded(
                string.Create(CultureInfo.InvariantCulture, $"{state.Failures.Count} articles or sources could not be read; the log names them."), data: data)
            : HealthCheckResult.Healthy("The index is up to date.", data);
    }
}
