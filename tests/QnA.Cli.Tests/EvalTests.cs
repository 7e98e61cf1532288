using System.Text.Json;

namespace QnA.Cli.Tests;

public sealed class EvalTests : IDisposable
{
    private const string Questions =
        """
        {"id": "holt", "question": "Who runs the Hadley mill?", "article_ids": ["mill"], "evidence": ["Anders Holt runs the mill"]}
        {"id": "wheel", "question": "When does the new wheel turn?", "article_ids": ["mill"], "evidence": ["turns from May to October"]}
        {"id": "boat", "question": "Where does the Ostby boat land?", "article_ids": ["boat"], "evidence": ["The Ostby boat lands at the stone pier"]}
        {"id": "none", "question": "Who conducts the Zurich orchestra?", "answerable": false}
        """;

    private readonly QnaProcess _qna = new();

    public EvalTests()
    {
        _qna.Write(
            "a.jsonl",
            """
            {"id": "mill", "text": "The Hadley mill was rebuilt after the fire. Its new wheel turns from May to October. Anders Holt runs the mill with two helpers."}
            {"id": "boat", "text": "The Ostby boat lands at the stone pier. It carries sheep in spring."}
            """);
        _qna.Write("q.jsonl", Questions);
    }

    public void Dispose() => _qna.Dispose();

    [Fact]
    public async Task Eval_Set_WritesMeasuresReportsAndAnswers()
    {
        var result = await EvalAsync("--report", "r.html", "--json", "r.json", "--output", "answers.jsonl", "--without-gold", "--parallel", "2");
        var again = await EvalAsync("--answers", "answers.jsonl", "--json", "again.json", "--compare", "r.json");

        Assert.Equal((0, ""), (result.ExitCode, string.Concat(result.Messages.Split('\n').Where(l => l.Contains("There is", StringComparison.Ordinal)))));
        Assert.Contains("quote@1", result.Output, StringComparison.Ordinal);
        Assert.Contains("auroc-without-gold", result.Output, StringComparison.Ordinal);
        Assert.Contains("</html>", Read("r.html"), StringComparison.Ordinal);
        Assert.Equal(4, Read("answers.jsonl").Trim().Split('\n').Length);
        Assert.Equal(0, again.ExitCode);
        Assert.Contains("Compared on 4 questions", again.Output, StringComparison.Ordinal);
        using var first = JsonDocument.Parse(Read("r.json"));
        using var second = JsonDocument.Parse(Read("again.json"));
        Assert.Equal(Measure(first, "quote@3"), Measure(second, "quote@3"));
        Assert.Equal(1, Measure(first, "verbatim"));
    }

    [Fact]
    public async Task Eval_GateThatFails_EndsWithOneAndSaysWhich()
    {
        var result = await EvalAsync("--fail-under", "quote@1=.1", "refused=1.5", "--fail-over", "p95=0");

        Assert.Equal(1, result.ExitCode);
        Assert.DoesNotContain("quote@1 is", result.Messages, StringComparison.Ordinal);
        Assert.Contains("refused is", result.Messages, StringComparison.Ordinal);
        Assert.Contains("p95 is", result.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Eval_WrongLinesAndEvidence_AreNamedAndTheRestIsMeasured()
    {
        _qna.Write("q.jsonl", Questions + "\n{\"id\":\n{\"id\": \"x\", \"question\": \"Who?\", \"article_ids\": [\"mill\", \"gone\"], \"evidence\": [\"Nobody\"]}\n");

        var result = await EvalAsync("--json", "r.json");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("q.jsonl:5:", result.Messages, StringComparison.Ordinal);
        Assert.Contains("'gone'", result.Messages, StringComparison.Ordinal);
        Assert.Contains("evidence of the question 'x'", result.Messages, StringComparison.Ordinal);
        using var report = JsonDocument.Parse(Read("r.json"));
        Assert.Equal(5, report.RootElement.GetProperty("run").GetProperty("measured").GetInt32());
    }

    [Fact]
    public async Task Eval_Claims_WritesWhatVerificationDoesBySet()
    {
        _qna.Write(
            "c.jsonl",
            """
            {"id": "1", "set": "mill", "question": "Who runs the mill?", "claim": "Anders Holt runs the mill.", "quotes": ["Anders Holt runs the mill with two helpers."], "supported": true}
            {"id": "2", "set": "mill", "claim": "Anders Holt runs the mill with three helpers.", "quotes": ["Anders Holt runs the mill with two helpers."], "supported": false}
            {"id": "3", "claim": "It carries sheep.", "quotes": [], "supported": true}
            """);

        var result = await _qna.RunAsync(["eval", "--claims", "c.jsonl", "--json", "c.json"]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("c.jsonl:3:", result.Messages, StringComparison.Ordinal);
        Assert.Contains("sent_when_supported 1.000", result.Output, StringComparison.Ordinal);
        using var report = JsonDocument.Parse(Read("c.json"));
        var set = report.RootElement.GetProperty("sets").EnumerateArray().Single();
        Assert.Equal(1, set.GetProperty("refused_when_unsupported").GetProperty("value").GetDouble());
        Assert.Equal(1, set.GetProperty("reasons_when_unsupported").GetProperty("NumberNotInQuotes").GetInt32());
    }

    [Theory]
    [InlineData("eval", "--claims", "gone.jsonl")]
    [InlineData("eval", "--claims", "q.jsonl", "--questions", "q.jsonl")]
    [InlineData("eval")]
    public async Task Eval_ClaimsThatCannotBeMeasured_EndsWithTwo(params string[] arguments)
    {
        var result = await _qna.RunAsync(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.NotEmpty(result.Messages);
    }

    [Theory]
    [InlineData("--fail-under", "quality=.5")]
    [InlineData("--fail-under", "quote@1")]
    [InlineData("--compare", "gone.json")]
    [InlineData("--compare", "q.jsonl")]
    [InlineData("--answers", "gone.jsonl")]
    [InlineData("--folds", "1")]
    [InlineData("--answers", "q.jsonl", "--without-gold")]
    public async Task Eval_CommandLineThatMakesNoSense_EndsWithTwo(params string[] arguments)
    {
        var result = await EvalAsync(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.NotEmpty(result.Messages);
    }

    private Task<QnaResult> EvalAsync(params string[] arguments) =>
        _qna.RunAsync(["eval", "--articles", "a.jsonl", "--questions", "q.jsonl", .. arguments]);

    private string Read(string name) => File.ReadAllText(Path.Combine(_qna.Folder, name));

    private static double Measure(JsonDocument report, string name) => report.RootElement.GetProperty("measures").EnumerateArray()
        .Single(m => m.GetProperty("name").GetString() == name).GetProperty("value").GetDouble();
}
