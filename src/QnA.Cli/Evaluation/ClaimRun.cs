using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using QnA.Cli.Rendering;
using QnA.Core.Verification;
using QnA.Evaluation.Claims;

namespace QnA.Cli.Evaluation;

/// <summary>Lets verification judge the sentences of a file that people judged, and writes how well it does.</summary>
internal sealed class ClaimRun(IServiceProvider services, Terminal terminal, string file, string? json)
{
    private const int SetWidth = 24;

    /// <summary>Measures.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            terminal.Error($"There is no file {file}.");
            return ExitCodes.WrongUsage;
        }

        var verifier = services.GetRequiredService<ClaimVerifier>();
        var (results, exitCode) = (new List<ClaimResult>(), ExitCodes.Done);
        await foreach (var line in JudgedClaimReader.ReadAsync(file, cancellationToken))
        {
            if (line.Value is { } claim)
            {
                results.Add(ClaimMeasurement.Judge(claim, verifier));
            }
            else
            {
                terminal.Error($"{file}:{line.Line}: {line.Error}");
                exitCode = ExitCodes.DoneWithFailures;
            }
        }

        if (results.Count == 0)
        {
            terminal.Error($"{file}: there is no sentence in it. docs/evaluation.md describes the file.");
            return ExitCodes.WrongUsage;
        }

        var report = ClaimReport.Of(results);
        Write(report);
        if (json is not null)
        {
            await report.WriteAsync(json, cancellationToken);
            terminal.Note($"Wrote {json}.");
        }

        return exitCode;
    }

    private void Write(ClaimReport report)
    {
        foreach (var set in report.Sets)
        {
            terminal.WriteRaw($"{set.Set,-SetWidth}sent_when_supported {Text(set.SentWhenSupported)}  refused_when_unsupported {Text(set.RefusedWhenUnsupported)}");
            WriteReasons("supported, refused for", set.ReasonsWhenSupported);
            WriteReasons("unsupported, refused for", set.ReasonsWhenUnsupported);
        }

        terminal.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"{report.Claims.Count:N0} sentences, median {report.MedianMs:0.###} ms"));
    }

    private void WriteReasons(string what, IReadOnlyDictionary<string, int> reasons)
    {
        if (reasons.Count > 0)
        {
            terminal.WriteRaw($"  {what}: {string.Join(", ", reasons.Select(reason => $"{reason.Key} {reason.Value.ToString(CultureInfo.InvariantCulture)}"))}");
        }
    }

    private static string Text(ClaimShare share) => share is { Value: { } value, Interval: { } interval }
        ? string.Create(CultureInfo.InvariantCulture, $"{value:0.000} [{interval.Low:0.000}, {interval.High:0.000}] of {share.Count:N0}")
        : "–";
}
