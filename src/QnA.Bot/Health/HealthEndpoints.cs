using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace QnA.Bot.Health;

/// <summary>The addresses that a supervisor asks.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        // The process answers, so it lives: nothing that a restart would not cure counts here.
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new HealthResponse(
            report.Status.ToString(),
            report.Entries.ToDictionary(
                e => e.Key, e => new HealthResponseEntry(e.Value.Status.ToString(), e.Value.Description, e.Value.Data), StringComparer.Ordinal)),
        context.RequestAborted);

    private sealed record HealthResponse(string Status, IReadOnlyDictionary<string, HealthResponseEntry> Checks);

    private sealed record HealthResponseEntry(string Status, string? Description, IReadOnlyDictionary<string, object> Data);
}
