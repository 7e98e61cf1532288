using System.Diagnostics;
using QnA.Core.Answers;
using QnA.Core.Usage;

namespace QnA.Core.Telemetry;

/// <summary>The span of one question, and the log of the calls that are made for it.</summary>
internal sealed class QuestionTrace(QnATelemetry telemetry, UsageMeter meter) : IDisposable
{
    private readonly Activity? _activity = telemetry.Start(TelemetryNames.Question);
    private bool _ended;

    /// <summary>Gets the calls to models.</summary>
    public UsageLog Usage { get; } = new();

    /// <summary>Makes what follows part of this question.</summary>
    /// <remarks>
    /// An iterator forgets at each <c>yield</c> what flows with the execution context, so this is called whenever it goes on.
    /// </remarks>
    public void Enter()
    {
        meter.Enter(Usage);
        if (_activity is not null)
        {
            Activity.Current = _activity;
        }
    }

    /// <summary>Marks the question as failed.</summary>
    public void Fail(Exception exception) => _activity.Fail(exception.GetType().FullName);

    /// <summary>Tells how the question ended.</summary>
    public void End(Answer answer)
    {
        _ended = true;
        telemetry.Ended(_activity, answer);
    }

    /// <summary>Ends the span; a question without an answer was cancelled.</summary>
    public void Dispose()
    {
        if (!_ended)
        {
            telemetry.Cancelled(_activity);
        }

        _activity?.Dispose();
    }
}
