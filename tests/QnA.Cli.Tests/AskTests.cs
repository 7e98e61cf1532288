using System.Text.Json;

namespace QnA.Cli.Tests;

public sealed class AskTests : IDisposable
{
    private const string Mill = "The Hadley mill was rebuilt after the fire. Its new wheel turns from May to October. Anders Holt runs the mill with two helpers.";

    private readonly QnaProcess _qna = new();

    public void Dispose() => _qna.Dispose();

    [Fact]
    public async Task Ask_WithArticles_QuotesTheSentenceAndLeavesNoIndex()
    {
        var articles = _qna.Write("articles/mill.txt", Mill);

        var result = await _qna.RunAsync("ask", "Who runs the Hadley mill?", "--articles", articles, "--json");

        Assert.Equal(0, result.ExitCode);
        using var answer = JsonDocument.Parse(result.Output);
        Assert.Equal("answered", answer.RootElement.GetProperty("status").GetString());
        var citation = answer.RootElement.GetProperty("citations")[0];
        var (start, end) = (citation.GetProperty("start").GetInt32(), citation.GetProperty("end").GetInt32());
        Assert.Equal(Mill[start..end], citation.GetProperty("quote").GetString());
        Assert.Contains("Anders Holt", citation.GetProperty("quote").GetString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_qna.Folder, ".qna")));
    }

    [Fact]
    public async Task Ask_SameQuestionTwice_GivesTheSameBytes()
    {
        var articles = _qna.Write("articles/mill.txt", Mill);

        var first = await _qna.RunAsync("ask", "--articles", articles, "Who runs the Hadley mill?");
        var second = await _qna.RunAsync("ask", "--articles", articles, "Who runs the Hadley mill?");

        Assert.Contains("[1]", first.Output, StringComparison.Ordinal);
        Assert.Equal(first.Output, second.Output);
    }

    [Theory]
    [InlineData("Who conducts the Zurich orchestra?", "“Zurich”")]
    [InlineData("", "empty")]
    [InlineData("?! …", "no word")]
    [InlineData("поезд", "поезд")]
    public async Task Ask_WithoutAnswer_SaysWhy(string question, string reason)
    {
        var articles = _qna.Write("articles/mill.txt", Mill);

        var result = await _qna.RunAsync("ask", question, "--articles", articles);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("did not find", result.Output, StringComparison.Ordinal);
        Assert.Contains(reason, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_QuestionOfTenThousandCharacters_SaysThatItIsTooLong()
    {
        var articles = _qna.Write("articles/mill.txt", Mill);

        var result = await _qna.RunAsync("ask", new string('a', 10_000), "--articles", articles);

        Assert.Contains("10,000 characters", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_Filter_AnswersFromTheArticlesThatPassAndSaysSoWhereItIsTheReason()
    {
        var articles = Path.GetDirectoryName(_qna.Write("articles/mill.md", "---\ntags: [history]\ndate: 2026-03\nauthor: Jane Smith\n---\n" + Mill))!;

        var passes = await _qna.RunAsync("ask", "Who runs the Hadley mill?", "--articles", articles, "--tag", "History", "--author", "smith", "--since", "2026");
        var fails = await _qna.RunAsync("ask", "Who runs the Hadley mill?", "--articles", articles, "--until", "2025-12");

        Assert.Contains("Anders Holt", passes.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Anders Holt", fails.Output, StringComparison.Ordinal);
        Assert.Contains("0 of 1 articles pass the filter until:2025-12. Without the filter something is found", fails.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_WrongDate_SaysWhatBelongsThere()
    {
        var result = await _qna.RunAsync("ask", "Who?", "--since", "yesterday");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("A year, a month or a day belongs there", result.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ask")]
    [InlineData("ask", "Who?", "--questions", "q.jsonl")]
    [InlineData("ask", "--questions", "q.jsonl")]
    [InlineData("ingest")]
    [InlineData("ask", "Who?", "--nonsense")]
    [InlineData("ask", "Who runs the mill?")]
    public async Task CommandLine_ThatMakesNoSense_EndsWithTwoAndSaysWhy(params string[] arguments)
    {
        var result = await _qna.RunAsync(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.NotEmpty(result.Messages);
    }

    [Theory]
    [InlineData("ingest")]
    [InlineData("ask")]
    [InlineData("chat")]
    [InlineData("verify")]
    [InlineData("eval")]
    [InlineData("models")]
    [InlineData("doctor")]
    [InlineData("completion")]
    [InlineData("feedback")]
    [InlineData("teams-package")]
    public async Task Help_OfEveryCommand_HasExamples(string command)
    {
        var result = await _qna.RunAsync(command, "--help");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains($"Examples:{Environment.NewLine}  qna ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_FileOfQuestions_AnswersEachInOrderAndNamesABrokenLine()
    {
        var articles = _qna.Write("articles/mill.txt", Mill);
        var questions = _qna.Write(
            "q.jsonl",
            """
            {"id": "b", "question": "Who runs the Hadley mill?"}
            {"id": "broken", "question":
            {"id": "a", "question": "And when does it turn?", "history": [{"role": "user", "text": "What of the Hadley mill?"}]}
            """);

        var result = await _qna.RunAsync("ask", "--questions", questions, "--output", "a.jsonl", "--articles", articles);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("q.jsonl:2:", result.Messages, StringComparison.Ordinal);
        var lines = await File.ReadAllLinesAsync(Path.Combine(_qna.Folder, "a.jsonl"), TestContext.Current.CancellationToken);
        var ids = lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString());
        Assert.Equal(["b", "a"], ids);
    }

    [Fact]
    public async Task Chat_LinesOfInput_AreAnsweredUntilExit()
    {
        var articles = _qna.Write("articles/mill.txt", Mill);

        var result = await _qna.RunAsync(["chat", "--articles", articles], "Who runs the Hadley mill?\nnew\nexit\n");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Anders Holt", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_ArticleWithEscapeSequences_ShowsThemWithoutObeying()
    {
        var articles = _qna.Write("a.jsonl", """{"id": "x", "text": "The Hadley mill \u001b[31mis red\u202e for ever and a day."}""");

        var result = await _qna.RunAsync("ask", "Is the Hadley mill red?", "--articles", articles);

        Assert.Contains("Hadley mill \uFFFD[31mis red\uFFFD", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', result.Output);
    }

    [Fact]
    public async Task ModelsCheck_ModelThatIsNotThere_EndsWithOneAndAskStillAnswers()
    {
        _qna.Write(
            "appsettings.json",
            """{"Model": {"Provider": "OpenAICompatible", "ModelId": "m", "Endpoint": "http://127.0.0.1:9/v1", "MaxRetries": 0}}""");
        var articles = _qna.Write("articles/mill.txt", Mill);

        var check = await _qna.RunAsync("models", "check");
        var answer = await _qna.RunAsync("ask", "Who runs the Hadley mill?", "--articles", articles, "--json");

        Assert.Equal(1, check.ExitCode);
        Assert.Contains("does not work", check.Messages, StringComparison.Ordinal);
        Assert.Contains("Anders Holt", answer.Output, StringComparison.Ordinal);
        Assert.Contains("extractive (m unavailable)", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_ThatAreWrong_AreNamed()
    {
        _qna.Write("appsettings.json", """{"Answers": {"MaxQuotes": 0}}""");

        var result = await _qna.RunAsync("ask", "Who?", "--articles", _qna.Write("articles/mill.txt", Mill));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("MaxQuotes", result.Messages, StringComparison.Ordinal);
    }
}
