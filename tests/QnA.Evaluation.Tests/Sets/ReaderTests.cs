using QnA.Evaluation.Answers;
using QnA.Evaluation.Sets;

namespace QnA.Evaluation.Tests.Sets;

public sealed class ReaderTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task ReadQuestions_WrongLines_AreNamedAndTheRestIsRead()
    {
        await File.WriteAllTextAsync(
            _file,
            """
            {"id": "a", "question": "Who?", "article_ids": ["x"], "evidence": ["y"], "answerable": false}

            {"id": "b", "question":
            {"question": "Who?"}
            {"id": "c", "question": "Who?", "article_ids": "x"}
            {"id": "d", "question": "Who?", "answer_spans": [{"article_id": "x", "start": 5, "end": 2}]}
            [1]
            {"id": "e", "question": "And?", "history": [{"role": "user", "text": "Who?"}], "type": "conflict", "meta": {"planted_answers": ["z"]}}
            """,
            TestContext.Current.CancellationToken);

        var lines = await QuestionSetReader.ReadAsync(_file, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal([1, 3, 4, 5, 6, 7, 8], lines.Select(l => l.Line));
        Assert.Equal([1, 8], lines.Where(l => l.Value is not null).Select(l => l.Line));
        Assert.False(lines[0].Value!.IsAnswerable);
        Assert.True(lines[^1].Value!.IsConflict);
        Assert.Single(lines[^1].Value!.Question.History);
        Assert.Contains("\"id\"", lines[2].Error, StringComparison.Ordinal);
        Assert.Contains("article_ids", lines[3].Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAnswers_OfAnotherProgram_NeedOnlyIdAndStatus()
    {
        await File.WriteAllTextAsync(
            _file, """{"id": "a", "status": "answered", "retrieved": null, "elapsedMs": null}""", TestContext.Current.CancellationToken);

        var line = Assert.Single(
            await AnswerFileReader.ReadAsync(_file, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));

        Assert.True(line.Value!.IsAnswered);
        Assert.Null(line.Value.ElapsedMs);
    }
}
