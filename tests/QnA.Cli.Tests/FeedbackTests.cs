using System.Text.Json.Nodes;
using QnA.BotFramework.Hosting;
using QnA.Core.Feedback;

namespace QnA.Cli.Tests;

public sealed class FeedbackTests : IDisposable
{
    private readonly QnaProcess _qna = new();

    public void Dispose() => _qna.Dispose();

    [Fact]
    public async Task Feedback_IsListedOldestFirstAndCounted()
    {
        await WriteStateAsync();

        var result = await _qna.RunAsync("feedback");

        Assert.Equal(0, result.ExitCode);
        Assert.True(result.Output.IndexOf("Older question?", StringComparison.Ordinal) < result.Output.IndexOf("Newer question?", StringComparison.Ordinal));
        Assert.Contains("comment: Wrong year", result.Output, StringComparison.Ordinal);
        Assert.Contains("1 liked, 1 disliked", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feedback_SinceADateAsJson_IsOneLineForEach()
    {
        await WriteStateAsync("elsewhere.db");

        var result = await _qna.RunAsync("feedback", "--state", "elsewhere.db", "--since", "2024-06-02", "--json");

        var entry = JsonNode.Parse(Assert.Single(result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)))!;
        Assert.Equal("dislike", (string?)entry["reaction"]);
        Assert.Equal("mill.md", (string?)entry["citations"]![0]!["articleId"]);
        Assert.Equal(7, (int)entry["citations"]![0]!["end"]!);
    }

    [Theory]
    [InlineData("--state", "nowhere.db", "nowhere.db")]
    [InlineData("--since", "yesterday", "--since")]
    public async Task Feedback_OfWrongUsage_SaysWhat(string option, string value, string message)
    {
        var result = await _qna.RunAsync("feedback", option, value);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Messages, StringComparison.Ordinal);
    }

    private async Task WriteStateAsync(string name = ".qna/state.db")
    {
        using var storage = new SqliteStorage(Path.Combine(_qna.Folder, name));
        await storage.WriteAsync(
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["feedback/msteams/1"] = new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["reply-1"] = new FeedbackEntry
                    {
                        Channel = "msteams", Question = "Newer question?", Reaction = FeedbackEntry.Dislike, Text = "Wrong year",
                        At = new DateTimeOffset(2024, 6, 2, 9, 0, 0, TimeSpan.Zero),
                        Citations = [new FeedbackCitation { ArticleId = "mill.md", Start = 2, End = 7 }],
                    },
                },
                ["feedback/emulator/2"] = new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["reply-2"] = new FeedbackEntry
                    {
                        Channel = "emulator", Question = "Older question?", Reaction = FeedbackEntry.Like, At = new DateTimeOffset(2024, 6, 1, 9, 0, 0, TimeSpan.Zero),
                    },
                },
                ["msteams/conversations/1"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["other"] = new FeedbackEntry() },
            },
            TestContext.Current.CancellationToken);
    }
}
