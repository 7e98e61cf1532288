using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using QnA.Sources.Freshness;

namespace QnA.Bot.Health;

/// <summary>Tells whether the sources are fresh: degraded, never unhealthy, where one failed, for what was read before still answers.</summary>
internal sealed class SourcesHealthCheck(SourceRefresher refresher) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var sources = refresher.List();
        var failing = sources.Count(item => item.State.LastError is not null);
        return Task.FromResult(failing == 0
            ? HealthCheckResult.Healthy("The sources are read in time.")
            : HealthCheckResult.Degraded(string.Create(
                CultureInfo.InvariantCulture, $"{failing} of {sources.Count} sources could not be read whole; 'qna sources' and the log say why.")));
    }
}
