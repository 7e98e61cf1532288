using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using QnA.Bot.Tests.Infrastructure;
using QnA.BotFramework.Hosting;

namespace QnA.Bot.Tests.Hosting;

/// <summary>What is left of conversations when the program ends, politely or not.</summary>
public sealed class EndOfProcessTests : IDisposable
{
    private const int Conversations = 200;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("qna-end-");

    public EndOfProcessTests()
    {
        var articles = _folder.CreateSubdirectory("articles");
        File.WriteAllText(Path.Combine(articles.FullName, Samples.Lighthouse.Name), Samples.Lighthouse.Text);
    }

    [Fact]
    public async Task Terminated_WithTurnsOfManyConversations_AnswersEveryAcceptedMessageFirst()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal to send.");
        await using var connector = await FakeConnector.StartAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        using var terminated = new SemaphoreSlim(0);
        connector.Answer = async (_, _) =>
        {
            await terminated.WaitAsync(TestContext.Current.CancellationToken);
            terminated.Release();
            return false;
        };
        using var bot = await BotProcess.StartAsync(_folder.FullName, connector, "--Turns:AnswerAfter=00:00:00.1");

        var statuses = await Task.WhenAll(Enumerable.Range(0, Conversations).Select(async i =>
        {
            using var response = await bot.SendAsync(Samples.CostQuestion, $"c{i}");
            return response.StatusCode;
        }));
        bot.Terminate();
        terminated.Release();
        var exitCode = await bot.ExitAsync();

        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.Accepted, status));
        Assert.Equal(0, exitCode);
        var answers = connector.TakeAll().Where(r => r.Type == "message").ToList();
        Assert.All(answers, answer => Assert.Contains(Samples.CostSentence, answer.Text, StringComparison.Ordinal));
        Assert.Equal(
            Enumerable.Range(0, Conversations).Select(i => $"c{i}").Order(StringComparer.Ordinal),
            answers.Select(a => (string)a.Activity["conversation"]!["id"]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Killed_AfterFinishedTurns_RemembersThemAndTheirFeedback()
    {
        await using var connector = await FakeConnector.StartAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        connector.Answer = async (context, request) =>
        {
            await context.Response.WriteAsJsonAsync(new { id = request.Type }, TestContext.Current.CancellationToken);
            return true;
        };
        using (var before = await BotProcess.StartAsync(_folder.FullName, connector, "--Turns:AnswerAfter=00:01:00"))
        {
            using var asked = await before.SendAsync(Samples.CostQuestion, "c1");
            Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
            await connector.NextMessageAsync();
            using var liked = await before.PostAsync(Like(connector));
            Assert.Equal(HttpStatusCode.OK, liked.StatusCode);

            await before.KillAsync();
        }

        using var after = await BotProcess.StartAsync(_folder.FullName, connector, "--Turns:AnswerAfter=00:01:00");
        using var quotes = await after.SendAsync("quotes", "c1");

        Assert.Contains(Samples.CostSentence, (await connector.NextMessageAsync()).Text, StringComparison.Ordinal);
        await after.KillAsync();
        using var storage = new SqliteStorage(Path.Combine(_folder.FullName, "state.db"));
        Assert.Single(await storage.ListAsync("feedback/", TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static JsonObject Like(FakeConnector connector) => new()
    {
        ["type"] = "invoke",
        ["name"] = "message/submitAction",
        ["id"] = "like",
        ["channelId"] = "emulator",
        ["serviceUrl"] = connector.ServiceUrl,
        ["replyToId"] = "message",
        ["conversation"] = new JsonObject { ["id"] = "c1" },
        ["from"] = new JsonObject { ["id"] = "user of c1" },
        ["recipient"] = new JsonObject { ["id"] = "bot" },
        ["value"] = new JsonObject
        {
            ["actionName"] = "feedback",
            ["actionValue"] = new JsonObject { ["reaction"] = "like", ["feedback"] = "" },
        },
    };
}
