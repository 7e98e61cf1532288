using System.Text.Json;
using System.Text.Json.Serialization;
using QnA.Evaluation.Statistics;

namespace QnA.Evaluation.Claims;

/// <summary>How well verification tells sentences that their places carry from those that they do not, by set.</summary>
/// <param name="Sets">The sets in the order of the file.</param>
/// <param name="MedianMs">The median time of verification, in milliseconds a sentence; 0 where there is none.</param>
/// <param name="Claims">What became of every sentence, in the order of the file.</param>
public sealed record ClaimReport(IReadOnlyList<ClaimSetReport> Sets, double MedianMs, IReadOnlyList<ClaimResult> Claims)
{
    /// <summary>Makes the report of results.</summary>
    public static ClaimReport Of(IReadOnlyList<ClaimResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var times = results.Select(result => result.ElapsedMs).Order().ToList();
        return new ClaimReport(
            [.. results.GroupBy(result => result.Set).Select(set => ClaimSetReport.Of(set.Key, [.. set]))],
            times.Count == 0 ? 0 : Rounding.Round(times[times.Count / 2], 3),
            results);
    }

    /// <summary>Writes the report as JSON.</summary>
    /// <param name="path">The file; replaced where it is there.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public Task WriteAsync(string path, CancellationToken cancellationToken) =>
        File.WriteAllBytesAsync(path, JsonSerializer.SerializeToUtf8Bytes(this, ClaimJson.Default.ClaimReport), cancellationToken);
}

/// <summary>The measures of one set.</summary>
/// <param name="Set">Its name.</param>
/// <param name="SentWhenSupported">The share of supported sentences that were sent.</param>
/// <param name="RefusedWhenUnsupported">The share of unsupported sentences that were refused.</param>
/// <param name="ReasonsWhenSupported">Why supported sentences were refused, the most frequent reason first.</param>
/// <param name="ReasonsWhenUnsupported">Why unsupported sentences were refused, the most frequent reason first.</param>
public sealed record ClaimSetReport(
    string Set,
    ClaimShare SentWhenSupported,
    ClaimShare RefusedWhenUnsupported,
    IReadOnlyDictionary<string, int> ReasonsWhenSupported,
    IReadOnlyDictionary<string, int> ReasonsWhenUnsupported)
{
    internal static ClaimSetReport Of(string set, IReadOnlyList<ClaimResult> results)
    {
        var (supported, not) = (results.Where(r => r.IsSupported).ToList(), results.Where(r => !r.IsSupported).ToList());
        return new ClaimSetReport(
            set,
            ClaimShare.Of(supported.Count(r => r.IsSent), supported.Count),
            ClaimShare.Of(not.Count(r => !r.IsSent), not.Count),
            Reasons(supported),
            Reasons(not));
    }

    private static Dictionary<string, int> Reasons(IEnumerable<ClaimResult> results) => results
        .Where(result => result.Reason is not null)
        .CountBy(result => result.Reason!)
        .OrderByDescending(reason => reason.Value)
        .ThenBy(reason => reason.Key, StringComparer.Ordinal)
        .ToDictionary(StringComparer.Ordinal);
}

/// <summary>A share of sentences.</summary>
/// <param name="Value">0 to 1, rounded to four digits; <see langword="null"/> of no sentence.</param>
/// <param name="Interval">The range that holds the true value with a probability of 95 %; <see langword="null"/> of no sentence.</param>
/// <param name="Count">Of how many sentences.</param>
public sealed record ClaimShare(double? Value, Interval? Interval, int Count)
{
    internal static ClaimShare Of(int part, int whole) =>
        whole == 0 ? new ClaimShare(null, null, 0) : new ClaimShare(Rounding.Round((double)part / whole, 4), WilsonInterval.Of(part, whole), whole);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true)]
[JsonSerializable(typeof(ClaimReport))]
internal sealed partial class ClaimJson : JsonSerializerContext;
