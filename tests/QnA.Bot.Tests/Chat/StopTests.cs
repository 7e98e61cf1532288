using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using QnA.Bot.Tests.Infrastructure;
using QnA.Core.Answers;
using QnA.Core.Questions;
using QnA.Core.Retrieval;

namespace QnA.Bot.Tests.Chat;

/// <summary>A person says stop, or goes away, while an answer is being made.</summary>
public sealed class StopTests
{
    [Fact]
    public async Task Stop_WhileAnAnswerIsMade_EndsItAndSaysSo()
    {
        using var answerer = new WaitingAnswerer();
        await using var bot = await StartAsync(answerer);
        var asking = bot.PostAsync(bot.Message(Samples.CostQuestion));
        await answerer.Started.WaitAsync(TestContext.Current.CancellationToken);

        using var stopping = await bot.PostAsync(bot.Message("Stop!"));
        using var asked = await asking;

        Assert.True(asked.IsSuccessStatusCode && stopping.IsSuccessStatusCode);
        Assert.Equal(1, answerer.Cancelled);
        Assert.Equal(["I have stopped. Ask me something else."], bot.Connector.TakeAll().Where(a => a.Type == "message").Select(a => a.Text));
    }

    [Theory]
    [InlineData("other", "user")]
    [InlineData("c1", "somebody")]
    public async Task Stop_OfAnotherConversationOrPerson_EndsNothing(string conversation, string person)
    {
        using var answerer = new WaitingAnswerer();
        await using var bot = await StartAsync(answerer);
        var asking = bot.AskAsync(Samples.CostQuestion);
        await answerer.Started.WaitAsync(TestContext.Current.CancellationToken);
        var stop = bot.Message("stop", conversation: conversation);
        stop["from"]!["id"] = person;

        var stopping = bot.PostAsync(stop);
        if (conversation != "c1")
        {
            (await stopping).Dispose();
        }

        answerer.GoOn.Release();

        Assert.Contains(Samples.CostSentence, await asking, StringComparison.Ordinal);
        (await stopping).Dispose();
        Assert.Equal(0, answerer.Cancelled);
    }

    [Fact]
    public async Task Stop_WhereNothingIsAnswered_LetsTheNextQuestionBeAnswered()
    {
        await using var bot = await BotHost.StartAsync();

        Assert.StartsWith("I have stopped.", await bot.AskAsync("stop"), StringComparison.Ordinal);
        Assert.Contains(Samples.CostSentence, await bot.AskAsync(Samples.CostQuestion), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_InDirectLine_EndsTheAnswerBeforeItsTurn()
    {
        using var answerer = new WaitingAnswerer();
        await using var bot = await StartAsync(answerer);
        using var started = await SendAsync(bot, "conversations", token: null, body: null);
        var conversation = JsonNode.Parse(await started.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        var (id, token) = ((string)conversation["conversationId"]!, (string)conversation["token"]!);

        using var asked = await SendAsync(bot, $"conversations/{id}/activities", token, Samples.CostQuestion);
        await answerer.Started.WaitAsync(TestContext.Current.CancellationToken);
        using var stopped = await SendAsync(bot, $"conversations/{id}/activities", token, "stop");

        await answerer.Ended.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, answerer.Cancelled);
    }

    [Fact]
    public async Task Request_ThatWaitsForRepliesHangsUp_EndsTheTurn()
    {
        using var answerer = new WaitingAnswerer();
        await using var bot = await StartAsync(answerer);
        using var hangUp = new CancellationTokenSource();
        using var content = new StringContent(bot.Message(Samples.CostQuestion, "expectReplies").ToJsonString(), Encoding.UTF8, "application/json");
        var asking = bot.Client.PostAsync(new Uri("/api/messages", UriKind.Relative), content, hangUp.Token);
        await answerer.Started.WaitAsync(TestContext.Current.CancellationToken);

        await hangUp.CancelAsync();

        await Task.WhenAny(asking);
        Assert.True(asking.IsCanceled);
        await answerer.Ended.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, answerer.Cancelled);
    }

    private static async Task<HttpResponseMessage> SendAsync(BotHost bot, string path, string? token, string? body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/v3/directline/" + path, UriKind.Relative));
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        var activity = new JsonObject { ["type"] = "message", ["text"] = body, ["from"] = new JsonObject { ["id"] = "someone" } };
        request.Content = body is null ? null : new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
        var response = await bot.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode);
        return response;
    }

    private static Task<BotHost> StartAsync(WaitingAnswerer answerer) => BotHost.StartAsync(services: services => services.Replace(
        ServiceDescriptor.Singleton<IAnswerer>(answerer)));

    /// <summary>Drafts the best sentence once it is let, as a slow model does.</summary>
    private sealed class WaitingAnswerer : IAnswerer, IDisposable
    {
        private int _cancelled;

        public SemaphoreSlim Started { get; } = new(0);

        public SemaphoreSlim Ended { get; } = new(0);

        public SemaphoreSlim GoOn { get; } = new(0);

        public int Cancelled => _cancelled;

        public string Model => "slow";

        public async IAsyncEnumerable<Draft> DraftAsync(
            StandaloneQuestion question, SearchResult found, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            Started.Release();
            try
            {
                await GoOn.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                Interlocked.Increment(ref _cancelled);
                throw;
            }
            finally
            {
                Ended.Release();
            }

            yield return new DraftClaim(null, [new DraftQuote(found.Sentences[0].Article, found.Sentences[0].Span)]);
        }

        public void Dispose()
        {
            Started.Dispose();
            Ended.Dispose();
            GoOn.Dispose();
        }
    }
}
