using System.Text.Json;
using QnA.Core.Answers;

namespace QnA.Core.Receipts;

/// <summary>An answer saved as JSON, so that its quotes can be checked again later (see <see cref="ReceiptVerifier"/>).</summary>
/// <remarks>
/// <para>
/// The JSON has camelCase names, snake_case values (<c>not_found</c>) and no nulls; offsets are UTF-16 code units, times are
/// milliseconds. Two receipts of equal answers have the same bytes.
/// </para>
/// <para>
/// A receipt is no signature: whoever can change it can change its hashes as well. What it says of an article is proved by the
/// article's version, not by the receipt. Immutable and safe for concurrent use.
/// </para>
/// </remarks>
public sealed record Receipt
{
    /// <summary>How many passages a receipt lists.</summary>
    public const int MaxRetrieved = 10;

    /// <summary>How many digits after the point a confidence and a score have.</summary>
    public const int ScoreDigits = 4;

    /// <summary>How many digits after the point a time in milliseconds has.</summary>
    public const int MillisecondDigits = 3;

    /// <summary>Gets the id that the asker gave the question; <see langword="null"/> where it has none.</summary>
    public string? Id { get; init; }

    /// <summary>Gets the question as the person asked it.</summary>
    public required string Question { get; init; }

    /// <summary>Gets which articles were searched; <see langword="null"/> where all were.</summary>
    public ReceiptFilter? Filter { get; init; }

    /// <summary>Gets how the question ended.</summary>
    public required AnswerStatus Status { get; init; }

    /// <summary>Gets the answer's text with citation numbers.</summary>
    public required string Text { get; init; }

    /// <summary>Gets how sure the answer is: 0 to 1, rounded to <see cref="ScoreDigits"/> digits.</summary>
    public required double Confidence { get; init; }

    /// <summary>Gets the quotes, in the order of their numbers.</summary>
    public required IReadOnlyList<ReceiptCitation> Citations { get; init; }

    /// <summary>Gets the first <see cref="MaxRetrieved"/> passages that were found, best first.</summary>
    public required IReadOnlyList<ReceiptPassage> Retrieved { get; init; }

    /// <summary>Gets why there is no answer; <see langword="null"/> unless the status is <see cref="AnswerStatus.NotFound"/>.</summary>
    public ReceiptReason? Why { get; init; }

    /// <summary>Gets the name of what wrote the answer.</summary>
    public required string Model { get; init; }

    /// <summary>Gets the version of the prompt that the model was given; <see langword="null"/> where there was none.</summary>
    public string? PromptVersion { get; init; }

    /// <summary>
    /// Gets what the calls to models took, one entry for each model; <see langword="null"/> where no model was asked, and in receipts of
    /// versions that did not count.
    /// </summary>
    public IReadOnlyList<ReceiptUsage>? Usage { get; init; }

    /// <summary>Gets when the answer was complete.</summary>
    public required DateTimeOffset AnsweredAt { get; init; }

    /// <summary>Gets how long the whole answer took, in milliseconds with <see cref="MillisecondDigits"/> digits.</summary>
    public required double ElapsedMs { get; init; }

    /// <summary>Gets how long the steps took.</summary>
    public required ReceiptTimings Timings { get; init; }

    /// <summary>Makes the receipt of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="id">The question's id; <see langword="null"/> where it has none.</param>
    public static Receipt From(Answer answer, string? id)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new Receipt
        {
            Id = id,
            Question = answer.Question.Text,
            Filter = ReceiptFilter.From(answer.Standalone.Filter),
            Status = answer.Status,
            Text = answer.Text,
            Confidence = Round(answer.Confidence, ScoreDigits),
            Citations = [.. answer.Citations.Select(ReceiptCitation.From)],
            Retrieved = [.. answer.Retrieved.Take(MaxRetrieved).Select(ReceiptPassage.From)],
            Why = answer.Why is null ? null : ReceiptReason.From(answer.Why),
            Model = answer.Model,
            PromptVersion = answer.PromptVersion,
            Usage = answer.Usage.Count == 0 ? null : [.. answer.Usage.Select(ReceiptUsage.From)],
            AnsweredAt = answer.AnsweredAt,
            ElapsedMs = Milliseconds(answer.Timings.Total),
            Timings = ReceiptTimings.From(answer),
        };
    }

    /// <summary>Returns the receipt as JSON, without a line break at its end.</summary>
    /// <param name="indented"><see langword="true"/> for people; <see langword="false"/> for one line of JSON Lines.</param>
    /// <remarks>
    /// Letters are written as they are; what JSON asks for, control and separator characters and the rare letters and pictures
    /// beyond U+FFFF are escaped.
    /// </remarks>
    public string ToJson(bool indented = false) =>
        JsonSerializer.Serialize(this, (indented ? ReceiptJsonContext.Indented : ReceiptJsonContext.Compact).Receipt);

    /// <summary>Returns the compact JSON.</summary>
    public override string ToString() => ToJson();

    internal static double Milliseconds(TimeSpan time) => Round(time.TotalMilliseconds, MillisecondDigits);

    // JSON has neither NaN nor infinity, and -0 is written unlike 0 though it equals it.
    internal static double Round(double value, int digits) => double.IsFinite(value) ? Math.Round(value, digits) + 0.0 : 0;
}
