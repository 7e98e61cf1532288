using System.Text.Json;
using System.Text.Json.Serialization;

namespace QnA.Evaluation.Reports;

/// <summary>Writes and reads reports as JSON, so that a later run can be compared with them.</summary>
public static class EvaluationFile
{
    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="path">The file; replaced where it is there.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static async Task WriteAsync(EvaluationReport report, string path, CancellationToken cancellationToken)
    {
        var file = File.Create(path);
        await using (file.ConfigureAwait(false))
        {
            await JsonSerializer.SerializeAsync(file, report, EvaluationJson.Default.EvaluationReport, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads a report.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="FormatException">The file is no report, or one of another version; the message says so.</exception>
    public static async Task<EvaluationReport> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var file = File.OpenRead(path);
        await using (file.ConfigureAwait(false))
        {
            try
            {
                var report = await JsonSerializer.DeserializeAsync(file, EvaluationJson.Default.EvaluationReport, cancellationToken).ConfigureAwait(false);
                return report is { Version: EvaluationReport.CurrentVersion }
                    ? report
                    : throw new FormatException($"{path} was written by another version. Measure the old state again with --json.");
            }
            catch (JsonException exception)
            {
                throw new FormatException($"{path} is no report of qna eval --json: {exception.Message}", exception);
            }
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    WriteIndented = true)]
[JsonSerializable(typeof(EvaluationReport))]
internal sealed partial class EvaluationJson : JsonSerializerContext;
