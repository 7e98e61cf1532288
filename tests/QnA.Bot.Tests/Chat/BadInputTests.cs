using System.Net;
using QnA.Bot.Tests.Infrastructure;

namespace QnA.Bot.Tests.Chat;

/// <summary>What people and strangers send that is no question.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("{\"type\": \"message\",")]
    [InlineData("not json")]
    public async Task Post_NoJson_Is400AndTheBotGoesOn(string body)
    {
        await using var bot = await BotHost.StartAsync();

        using var response = await bot.PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(Samples.CostSentence, await bot.AskAsync(Samples.CostQuestion), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_300KB_Is413AndTheBotGoesOn()
    {
        await using var bot = await BotHost.StartAsync();

        using var response = await bot.PostAsync(bot.Message(new string('a', 300 * 1024)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains(Samples.CostSentence, await bot.AskAsync(Samples.CostQuestion), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    public async Task Request_OtherThanPost_Is405(string method)
    {
        await using var bot = await BotHost.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri("/api/messages", UriKind.Relative));

        using var response = await bot.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    public async Task Message_WithoutText_IsToldThatItIsEmpty(string? text)
    {
        await using var bot = await BotHost.StartAsync();

        Assert.StartsWith("The question is empty.", await bot.AskAsync(text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_Of10000Characters_IsToldTheLimit()
    {
        await using var bot = await BotHost.StartAsync();

        var text = await bot.AskAsync(string.Concat(Enumerable.Repeat("lighthouse ", 910))[..10_000]);

        Assert.Contains("10,000 characters and at most 2,000", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?!…")]
    [InlineData("what is the")]
    public async Task Message_WithoutAContentWord_IsToldSo(string text)
    {
        await using var bot = await BotHost.StartAsync();

        Assert.Contains("no word that says what it is about", await bot.AskAsync(text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_InAScriptThatNoArticleHas_IsNotFound()
    {
        await using var bot = await BotHost.StartAsync();

        Assert.StartsWith("I did not find this", await bot.AskAsync("მაიაკი როდის გაიხსნება"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_WithMarkdown_IsNotInterpretedWhenItComesBack()
    {
        await using var bot = await BotHost.StartAsync();

        var text = await bot.AskAsync("Who is zzq![x](http://evil.example/p.png)zzq <b>wwk</b> [a](http://evil.example)?");

        Assert.DoesNotContain(Links.Of(text), link => link.Contains("evil", StringComparison.Ordinal));
        Assert.DoesNotContain("<b>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Activity_OfAnUnknownType_IsAcceptedAndNotAnswered()
    {
        await using var bot = await BotHost.StartAsync();
        var activity = bot.Message("hello");
        activity["type"] = "somethingNew";

        using var response = await bot.PostAsync(activity);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(bot.Connector.TakeAll());
    }

    [Fact]
    public async Task Question_WithoutAnyArticle_IsToldThatThereAreNone()
    {
        await using var bot = await BotHost.StartAsync(articles: []);

        Assert.StartsWith("There are no articles yet.", await bot.AskAsync("Who keeps the lamp?"), StringComparison.Ordinal);
    }
}
