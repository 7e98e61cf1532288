using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using QnA.Bot.Tests.Infrastructure;
using QnA.Core.Answers;

namespace QnA.Bot.Tests.Streaming;

/// <summary>Answers that grow in a page, and what the page is told of them as data.</summary>
public sealed class DirectLineStreamingTests
{
    [Fact]
    public async Task Answer_IsSentSentenceBySentence_ThenWhole()
    {
        using var answerer = new ScriptedAnswerer();
        await using var bot = await BotHost.StartAsync(services: s => s.AddSingleton<IAnswerer>(answerer));
        var client = await DirectLineClient.StartAsync(bot);
        var asked = await client.SayAsync(Samples.CostQuestion);

        await answerer.NextAsync();
        var first = (await client.RepliesAsync(asked, r => TypeOf(r) == "streaming"))[^1];
        await answerer.NextAsync();
        var second = (await client.RepliesAsync(asked, r => SequenceOf(r) == 3))[^1];
        answerer.End();
        var all = await client.RepliesAsync(asked, r => (string?)r["type"] == "message");

        Assert.Equal(["informative", "streaming", "streaming", "final"], all.Select(TypeOf));
        Assert.Equal([1, 2, 3, null], all.Select(SequenceOf));
        var streamId = (string?)all[0]["id"];
        Assert.Null(StreamOf(all[0])["streamId"]);
        Assert.All(all.Skip(1), part => Assert.Equal(streamId, (string?)StreamOf(part)["streamId"]));
        Assert.All(all.SkipLast(1), part => Assert.Equal("typing", (string?)part["type"]));
        Assert.StartsWith((string)first["text"]!, (string)second["text"]!, StringComparison.Ordinal);
        Assert.StartsWith((string)second["text"]!, (string)all[^1]["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_EndsTheStreamWithWhatWasShown()
    {
        using var answerer = new ScriptedAnswerer();
        await using var bot = await BotHost.StartAsync(services: s => s.AddSingleton<IAnswerer>(answerer));
        var client = await DirectLineClient.StartAsync(bot);
        var asked = await client.SayAsync(Samples.CostQuestion);
        await answerer.NextAsync();
        var shown = (await client.RepliesAsync(asked, r => TypeOf(r) == "streaming"))[^1];

        await client.SayAsync("stop");

        var all = await client.RepliesAsync(asked, r => (string?)r["type"] == "message");
        Assert.Equal("final", TypeOf(all[^1]));
        Assert.Equal((string?)all[0]["id"], (string?)StreamOf(all[^1])["streamId"]);
        Assert.Equal((string?)shown["text"], (string?)all[^1]["text"]);
    }

    [Fact]
    public async Task Parts_CarryTheSameFieldsInEntityAndChannelData()
    {
        await using var bot = await BotHost.StartAsync();
        var client = await DirectLineClient.StartAsync(bot);

        var parts = await client.AskAsync(Samples.CostQuestion);

        Assert.All(parts, part => Assert.All(
            ["streamType", "streamId", "streamSequence"],
            name => Assert.True(JsonNode.DeepEquals(StreamOf(part)[name], part["channelData"]![name]))));
    }

    [Fact]
    public async Task Answer_CarriesItsReceiptAsData()
    {
        await using var bot = await BotHost.StartAsync();
        var client = await DirectLineClient.StartAsync(bot);

        var qna = (await client.AskAsync(Samples.CostQuestion))[^1]["channelData"]!["qna"]!;

        Assert.Equal("answered", (string?)qna["status"]);
        Assert.Equal(Samples.CostQuestion, (string?)qna["question"]);
        var citation = qna["citations"]![0]!;
        Assert.Equal(Samples.CostSentence, (string?)citation["quote"]);
        Assert.Equal("2024-06-03", (string?)citation["published"]);
        Assert.Equal(Samples.CostSentence.Length, (int)citation["end"]! - (int)citation["start"]!);
        Assert.Equal(64, ((string)citation["version"]!).Length);
    }

    [Fact]
    public async Task NotFound_CarriesWhyAndTheNearestAsData()
    {
        await using var bot = await BotHost.StartAsync();
        var client = await DirectLineClient.StartAsync(bot);

        var qna = (await client.AskAsync("Who won the regatta at Quellport?"))[^1]["channelData"]!["qna"]!;

        Assert.Equal("not_found", (string?)qna["status"]);
        Assert.Contains("Quellport", qna["why"]!["missingWords"]!.AsArray().Select(w => (string?)w));
    }

    [Fact]
    public async Task Command_IsAnsweredWithoutAStream()
    {
        await using var bot = await BotHost.StartAsync();
        var client = await DirectLineClient.StartAsync(bot);

        var reply = Assert.Single(await client.AskAsync("help"));

        Assert.Null(reply["channelData"]);
    }

    private static JsonNode StreamOf(JsonNode part) =>
        part["entities"]!.AsArray().Single(e => (string?)e!["type"] == "streaminfo")!;

    private static string? TypeOf(JsonNode part) => (string?)StreamOf(part)["streamType"];

    private static int? SequenceOf(JsonNode part) => (int?)StreamOf(part)["streamSequence"];
}
