using System.Diagnostics;
using System.Diagnostics.Metrics;
using QnA.Core.Answers;
using QnA.Core.Verification;

namespace QnA.Core.Telemetry;

/// <summary>Traces and measures the path of questions for whoever listens; costs next to nothing where nobody does.</summary>
/// <remarks>
/// No tag holds a person's or an article's words. The names are those of <see cref="TelemetryNames"/>. Safe for concurrent use.
/// </remarks>
public sealed class QnATelemetry : IDisposable
{
    // Bounds in seconds: a search takes milliseconds, a model's answer up to a minute.
    private static readonly double[] Seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

    private readonly TimeProvider _time;
    private readonly ActivitySource _source = new(TelemetryNames.Source);
    private readonly Counter<long> _questions;
    private readonly Histogram<double> _questionDuration;
    private readonly Histogram<double> _firstClaimDuration;
    private readonly Histogram<double> _stepDuration;
    private readonly Counter<long> _verified;
    private readonly Counter<long> _refused;

    /// <summary>Creates the instruments.</summary>
    /// <param name="meters">Makes and owns the meter.</param>
    /// <param name="time">The clock of the durations.</param>
    public QnATelemetry(IMeterFactory meters, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(meters);
        _time = time;
        var meter = meters.Create(TelemetryNames.Source);
        var advice = new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds };
        _questions = meter.CreateCounter<long>(TelemetryNames.Questions, "{question}", "Questions, by how they ended.");
        _questionDuration = meter.CreateHistogram(TelemetryNames.QuestionDuration, "s", "From a question to its whole answer.", tags: null, advice);
        _firstClaimDuration = meter.CreateHistogram(
            TelemetryNames.FirstClaimDuration, "s", "From a question to the first verified sentence.", tags: null, advice);
        _stepDuration = meter.CreateHistogram(TelemetryNames.StepDuration, "s", "One step of a question's path.", tags: null, advice);
        _verified = meter.CreateCounter<long>(TelemetryNames.ClaimsVerified, "{claim}", "Sentences that passed verification and were sent.");
        _refused = meter.CreateCounter<long>(TelemetryNames.ClaimsRefused, "{claim}", "Sentences that verification refused, by reason.");
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();

    internal Activity? Start(string name) => _source.StartActivity(name);

    /// <summary>Runs a step of a question's path inside its own span.</summary>
    internal async ValueTask<T> RunStepAsync<T>(string name, Func<ValueTask<T>> step)
    {
        using var activity = Start(name);
        var started = _time.GetTimestamp();
        string? error = null;
        try
        {
            return await step().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            error = exception.GetType().FullName;
            activity.Fail(error);
            throw;
        }
        finally
        {
            var tags = new TagList { { TelemetryNames.Step, name } };
            if (error is not null)
            {
                tags.Add(TelemetryNames.ErrorType, error);
            }

            _stepDuration.Record(_time.GetElapsedTime(started).TotalSeconds, tags);
        }
    }

    internal void Verified(Activity? verification)
    {
        verification?.SetTag(TelemetryNames.Verified, true);
        _verified.Add(1);
    }

    internal void Refused(Activity? verification, RefusalReason reason)
    {
        var name = TelemetryNames.Of(reason);
        verification?.SetTag(TelemetryNames.Verified, false).SetTag(TelemetryNames.RefusalReason, name);
        _refused.Add(1, new KeyValuePair<string, object?>(TelemetryNames.RefusalReason, name));
    }

    internal void Ended(Activity? question, Answer answer)
    {
        var status = TelemetryNames.Of(answer.Status);
        var tags = new TagList { { TelemetryNames.Status, status } };
        if (answer.Why is { } why)
        {
            tags.Add(TelemetryNames.NotFoundReason, TelemetryNames.Of(why.Kind));
        }

        foreach (var tag in tags)
        {
            question?.SetTag(tag.Key, tag.Value);
        }

        question?.SetTag(TelemetryNames.Model, answer.Model)
            .SetTag(TelemetryNames.Confidence, answer.Confidence)
            .SetTag(TelemetryNames.Passages, answer.Retrieved.Count);
        _questions.Add(1, tags);
        _questionDuration.Record(answer.Timings.Total.TotalSeconds, new KeyValuePair<string, object?>(TelemetryNames.Status, status));
        if (answer.Claims.Count > 0)
        {
            _firstClaimDuration.Record(answer.Timings.FirstClaim.TotalSeconds);
        }
    }

    internal void Cancelled(Activity? question)
    {
        question?.SetTag(TelemetryNames.Status, TelemetryNames.Cancelled);
        _questions.Add(1, new KeyValuePair<string, object?>(TelemetryNames.Status, TelemetryNames.Cancelled));
    }
}

/// <summary>What spans have in common.</summary>
internal static class ActivityExtensions
{
    /// <summary>Marks a span as failed; the type of the error is enough, its message may hold anything.</summary>
    public static void Fail(this Activity? activity, string? errorType) =>
        activity?.SetStatus(ActivityStatusCode.Error).SetTag(TelemetryNames.ErrorType, errorType);
}
