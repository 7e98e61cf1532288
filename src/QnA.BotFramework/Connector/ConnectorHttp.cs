using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Microsoft.Bot.Connector;

/// <summary>The HTTP client of connector calls: no redirects, and a few repetitions where the channel asks for them.</summary>
internal static class ConnectorHttp
{
    /// <summary>How long a call may take with all its repetitions.</summary>
    public static readonly TimeSpan TotalTimeout = TimeSpan.FromSeconds(30);

    /// <summary>The largest response, in bytes; a page of members has a few hundred kilobytes at most.</summary>
    private const int MaxResponseLength = 8 * 1024 * 1024;

    private const int MaxRetries = 2;

    // 412 and 502 to 504 are what Teams names as errors to repeat, beside 429 (Teams: rate limiting of bots).
    private static readonly HashSet<HttpStatusCode> RepeatableStatus =
    [
        HttpStatusCode.TooManyRequests, HttpStatusCode.PreconditionFailed, HttpStatusCode.BadGateway,
        HttpStatusCode.ServiceUnavailable, HttpStatusCode.GatewayTimeout,
    ];

    public static SocketsHttpHandler CreateHandler() => new()
    {
        // A redirect would carry people's text to a host that no one has allowed.
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    };

    /// <summary>Makes a client that repeats calls.</summary>
    /// <param name="inner">Sends the requests.</param>
    /// <param name="totalTimeout">How long a call may take with all its repetitions.</param>
    /// <param name="firstDelay">The wait before the first repetition, to which jitter is added; it doubles for the next.</param>
    public static HttpClient CreateClient(HttpMessageHandler inner, TimeSpan totalTimeout, TimeSpan firstDelay)
    {
        var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddTimeout(totalTimeout)
            .AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = MaxRetries,
                Delay = firstDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldRetryAfterHeader = true,
                ShouldHandle = arguments => ValueTask.FromResult(IsRepeatable(arguments.Outcome, arguments.Context, totalTimeout)),
            })
            .Build();
        return new HttpClient(new ResilienceHandler(pipeline) { InnerHandler = inner })
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = MaxResponseLength,
        };
    }

    private static bool IsRepeatable(Outcome<HttpResponseMessage> outcome, ResilienceContext context, TimeSpan totalTimeout)
    {
        if (outcome.Result is { } response)
        {
            return RepeatableStatus.Contains(response.StatusCode) && !(response.Headers.RetryAfter?.Delta > totalTimeout);
        }

        // A message whose connection broke after it was sent may have arrived; sent again, people would read it twice.
        return outcome.Exception is HttpRequestException exception
            && (exception.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError
                || context.GetRequestMessage()?.Method != HttpMethod.Post);
    }
}
