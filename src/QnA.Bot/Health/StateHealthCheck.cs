using Microsoft.Extensions.Diagnostics.HealthChecks;
using QnA.Core.Conversations;

namespace QnA.Bot.Health;

/// <summary>Tells whether conversations can be remembered: unhealthy where the state cannot be read, for then no message is answered.</summary>
internal sealed partial class StateHealthCheck(IStateStore state, ILogger<StateHealthCheck> logger) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (await state.FindDamageAsync(thorough: false, cancellationToken) is not { } damage)
        {
            return HealthCheckResult.Healthy("Conversations are remembered.");
        }

        Log.Damaged(logger, damage);
        return HealthCheckResult.Unhealthy("The state cannot be read; the log says why. A start anew sets it aside and begins with an empty one.");
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Damage}")]
        public static partial void Damaged(ILogger logger, string damage);
    }
}
