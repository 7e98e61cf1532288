using System.ClientModel;
using System.Net;
using Anthropic.Exceptions;
using Microsoft.SemanticKernel;
using OllamaSharp.Models.Exceptions;
using Polly;
using Polly.CircuitBreaker;

namespace QnA.Models.Calls;

/// <summary>The circuit breaker of one model: after a failure, questions pass it by instead of waiting for it.</summary>
/// <remarks>
/// One failure opens it, for silence has cost a person seconds already. When the break is over, one question tries the model while the
/// others still pass by. Safe for concurrent use.
/// </remarks>
internal sealed class ModelCircuit
{
    // Polly opens no circuit before it has counted two executions; so a call counts twice, for its first token and for the rest of it.
    private const int ExecutionsPerCall = 2;

    // Longer than any call may take (Model:Timeout), so that both its executions are counted together.
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly ResiliencePipeline _breaker;

    /// <summary>Makes a closed circuit.</summary>
    /// <param name="breakDuration">Says how long the model is left alone; asked at every failure.</param>
    /// <param name="time">The clock.</param>
    public ModelCircuit(Func<TimeSpan> breakDuration, TimeProvider time)
    {
        var options = new CircuitBreakerStrategyOptions
        {
            FailureRatio = 0,
            MinimumThroughput = ExecutionsPerCall,
            SamplingDuration = Window,
            BreakDurationGenerator = _ => ValueTask.FromResult(breakDuration()),
            ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is { } exception && IsFailureOfTheModel(exception)),
        };
        _breaker = new ResiliencePipelineBuilder { TimeProvider = time }.AddCircuitBreaker(options).Build();
    }

    /// <summary>Waits for the first token of a call.</summary>
    /// <param name="firstToken">Waits for it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="BrokenCircuitException">The model is left alone; it was not asked.</exception>
    public async ValueTask<T> BeginAsync<T>(Func<CancellationToken, ValueTask<T>> firstToken, CancellationToken cancellationToken)
    {
        try
        {
            return await _breaker.ExecuteAsync(firstToken, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not BrokenCircuitException && !cancellationToken.IsCancellationRequested)
        {
            await EndAsync(exception).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Counts how a call ended that had its first token.</summary>
    /// <param name="failure">Why it failed; <see langword="null"/> where it did not.</param>
    public async ValueTask EndAsync(Exception? failure)
    {
        var context = ResilienceContextPool.Shared.Get(CancellationToken.None);
        try
        {
            await _breaker.ExecuteOutcomeAsync(
                static (_, failure) => failure is null ? Outcome.FromResultAsValueTask(true) : Outcome.FromExceptionAsValueTask<bool>(failure),
                context,
                failure).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    // What the server says of this one request tells nothing of the next: 400, 413, 422.
    private static bool IsFailureOfTheModel(Exception exception) => exception switch
    {
        OperationCanceledException => false,
        HttpOperationException { StatusCode: { } status } => !IsAboutTheRequest(status),
        ClientResultException { Status: var status } => !IsAboutTheRequest((HttpStatusCode)status),
        HttpRequestException { StatusCode: { } status } => !IsAboutTheRequest(status),
        AnthropicApiException { StatusCode: var status } => !IsAboutTheRequest(status),

        // What its client makes of a 400.
        OllamaException => false,
        _ => true,
    };

    private static bool IsAboutTheRequest(HttpStatusCode status) =>
        status is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity;
}
