using QnA.Evaluation.Measures;
using QnA.Evaluation.Reports;
using QnA.Evaluation.Reports.Html;
using QnA.Evaluation.Scoring;

namespace QnA.Evaluation.Tests.Reports;

public sealed class ReportTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Measures_OfResults_CountWhatTheySay()
    {
        List<QuestionResult> results =
        [
            Samples.Result("a", quoteRank: 1, confidence: 0.9, elapsedMs: 1),
            Samples.Result("b", quoteRank: 3, confidence: 0.7, elapsedMs: 2),
            Samples.Result("c", quoteRank: 4, confidence: 0.5, answered: false, elapsedMs: 3),
            Samples.Result("d", confidence: 0.5, answerable: false, elapsedMs: 4),
        ];

        var values = AllMeasures.Of(results).ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);

        Assert.Equal(0.3333, values["quote@1"]);
        Assert.Equal(0.6667, values["quote@3"]);
        Assert.Equal(1, values["quote@any"]);
        Assert.Equal(0.6667, values["answered"]);
        Assert.Equal(0, values["refused"]);
        Assert.Equal(0.8333, values["auroc"]);
        Assert.Equal(10, values["quote-length"]);
        Assert.Equal(3, values["p50"]);
        Assert.Equal(4, values["p95"]);
        Assert.Null(values["conflicts-shown"]);
        Assert.Null(values["auroc-without-gold"]);
    }

    [Fact]
    public void RiskCoverage_OfResults_FallsToTheShareOfWrongOnes()
    {
        var report = ReportOf([Samples.Result("a", 1, 0.9), Samples.Result("b", 1, 0.8), Samples.Result("c", 0, 0.2), Samples.Result("d", 0, 0.1, answerable: false)]);

        Assert.Equal([(0.25, 0.0), (0.5, 0.0), (0.75, 0.3333), (1.0, 0.5)], report.RiskCoverage.Points.Select(p => (p.Coverage, p.Risk)));
        Assert.Equal(0.2083, report.RiskCoverage.Area);
        Assert.Equal([0.1, 0.2, 0.8, 0.9], report.Calibration.Bins.Select(b => b.From), (x, y) => Math.Abs(x - y) < 1e-9);
    }

    [Fact]
    public async Task File_WrittenAndRead_IsTheSameReport()
    {
        var report = ReportOf([Samples.Result("a", 1, elapsedMs: 5), Samples.Result("b", answerable: false)]);
        await EvaluationFile.WriteAsync(report, _file, TestContext.Current.CancellationToken);

        var read = await EvaluationFile.ReadAsync(_file, TestContext.Current.CancellationToken);

        Assert.Equal(report.Measures, read.Measures);
        Assert.Equal(report.Questions.Select(q => (q.Id, q.QuoteRank)), read.Questions.Select(q => (q.Id, q.QuoteRank)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1")]
    [InlineData("")]
    public async Task File_ThatIsNoReport_SaysSo(string text)
    {
        await File.WriteAllTextAsync(_file, text, TestContext.Current.CancellationToken);

        var exception = await Assert.ThrowsAsync<FormatException>(() => EvaluationFile.ReadAsync(_file, TestContext.Current.CancellationToken));

        Assert.Contains(_file, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_HostileText_StaysText()
    {
        const string Hostile = "<script>alert(1)</script>\"'\u202e\u0007 http://example.com";
        var result = Samples.Result(Hostile, confidence: 0.99) with
        {
            Question = Hostile,
            Type = Hostile,
            Expected = [Hostile],
            Shown = [new ShownQuote(Hostile, Hostile, IsRight: false)],
        };
        var other = result with { Id = "b", Type = "</title><img src=x>" };
        var report = EvaluationReport.Of(RunOf(2) with { Name = Hostile, Answers = Hostile, Problems = [Hostile] }, [result, other], old: null);

        var html = HtmlReport.Of(report);

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u202e', html);
        Assert.DoesNotContain('\u0007', html);
        Assert.DoesNotContain("src=\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href", html, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_RunThatWasStoppedBeforeTheFirstAnswer_IsStillAPage() =>
        Assert.Contains("stopped", HtmlReport.Of(EvaluationReport.Of(RunOf(0) with { IsStopped = true }, [], old: null)), StringComparison.Ordinal);

    private static EvaluationReport ReportOf(IReadOnlyList<QuestionResult> results) => EvaluationReport.Of(RunOf(results.Count), results, old: null);

    private static RunDescription RunOf(int measured) => new()
    {
        Name = "set",
        At = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        Answers = "extractive",
        Questions = measured,
        Measured = measured,
    };
}
