using Microsoft.Extensions.Http.Resilience;
using Polly;
using QnA.Models.Options;

namespace QnA.Models.Calls;

/// <summary>Repeats requests that a server refused for the moment or did not take.</summary>
internal static class ModelRetry
{
    // A person waits: half a second, then a second, with jitter; a server that needs longer says so in Retry-After.
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(500);

    /// <summary>Adds the retries that the settings ask for.</summary>
    public static void Add(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, ModelOptions options)
    {
        if (options.MaxRetries == 0)
        {
            return;
        }

        pipeline.AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = options.MaxRetries,
            Delay = FirstDelay,
            ShouldHandle = args => ValueTask.FromResult(
                HttpClientResiliencePredicates.IsTransient(args.Outcome)
                && !(args.Outcome.Result is { } response && AsksForMoreThan(options.FirstTokenTimeout, response))),
        });
    }

    // To wait that long would only use up the time of the next model, or of the quotes.
    private static bool AsksForMoreThan(TimeSpan limit, HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta >= limit,
        { Date: { } date } when response.Headers.Date is { } now => date - now >= limit,
        _ => false,
    };
}
