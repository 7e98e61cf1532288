using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Bot.Schema;
using QnA.BotFramework.Serialization;

namespace QnA.BotFramework.Tests.Schema;

public sealed class ActivityJsonTests
{
    [Fact]
    public void Activity_UnknownPropertiesEverywhere_RoundTrip()
    {
        const string Json = """
            {"type":"message","id":"1","timestamp":"2024-05-06T07:08:09.123+02:00","channelId":"msteams","serviceUrl":"https://smba.trafficmanager.net/x/",
             "from":{"id":"u","name":"U","extraFrom":[1,null,{"a":"b"}]},"conversation":{"id":"c","isGroup":true,"threadId":7},
             "recipient":{"id":"b"},"text":"grüße <at>Bot</at> 😀","attachments":[{"contentType":"x","content":{"deep":[{"n":1.50}]},"odd":true}],
             "entities":[{"type":"mention","mentioned":{"id":"b"},"text":"<at>Bot</at>"},{"type":"clientInfo","locale":"de-DE","n":null}],
             "channelData":{"tenant":{"id":"t"},"big":12345678901234567890},"value":[1,"two"],"brandNew":{"x":1},"alsoNull":null}
            """;

        var activity = JsonSerializer.Deserialize<Activity>(Json, SchemaJson.Wire)!;
        var again = JsonSerializer.SerializeToNode(activity, SchemaJson.Wire);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Json), again), again!.ToJsonString());
        Assert.Equal("grüße <at>Bot</at> 😀", activity.Text);
        Assert.Equal(2, activity.Entities!.Count);
    }

    [Fact]
    public void Entity_OfADerivedType_IsWrittenWhole()
    {
        var activity = new Activity { Entities = [new Mention(new ChannelAccount("u", "U"), "<at>U</at>"), new Entity("place")] };

        var json = JsonSerializer.Serialize(activity, SchemaJson.Wire);

        Assert.Equal("""{"entities":[{"mentioned":{"id":"u","name":"U"},"text":"<at>U</at>","type":"mention"},{"type":"place"}]}""", json);
    }

    [Fact]
    public void Entity_SetAsDictionary_KeepsNestedValues()
    {
        var entity = new Entity();

        entity.SetAs(new Dictionary<string, object>
        {
            ["type"] = "https://schema.org/Message",
            ["@type"] = "Message",
            ["citation"] = new object[] { new Dictionary<string, object> { ["position"] = 1 } },
        });

        Assert.Equal("https://schema.org/Message", entity.Type);
        Assert.Equal(
            """{"type":"https://schema.org/Message","@type":"Message","citation":[{"position":1}]}""",
            JsonSerializer.Serialize(entity, SchemaJson.Wire));
    }

    [Fact]
    public void GetChannelData_FromWireAndFromObject_IsTheSame()
    {
        var fromWire = JsonSerializer.Deserialize<Activity>("""{"channelData":{"eventType":"x","n":5}}""", SchemaJson.Wire)!;
        var fromObject = new Activity { ChannelData = new { eventType = "x", n = 5 } };

        Assert.Equal(new Data("x", 5), fromWire.GetChannelData<Data>());
        Assert.Equal(new Data("x", 5), fromObject.GetChannelData<Data>());
        Assert.True(fromWire.TryGetChannelData<Data>(out _));
        Assert.False(fromWire.TryGetChannelData<int>(out _));
        Assert.False(new Activity().TryGetChannelData<Data>(out _));
    }

    [Fact]
    public void GetMentions_AndRemoveRecipientMention_LeaveOtherMentions()
    {
        var activity = JsonSerializer.Deserialize<Activity>(
            """
            {"type":"message","recipient":{"id":"b"},"text":"<at>Bot</at> ask <at>Ann</at> why",
             "entities":[{"type":"mention","mentioned":{"id":"b"},"text":"<at>Bot</at>"},{"type":"mention","mentioned":{"id":"ann"},"text":"<at>Ann</at>"}]}
            """,
            SchemaJson.Wire)!;

        Assert.Equal(["b", "ann"], activity.GetMentions().Select(m => m.Mentioned!.Id));
        Assert.True(activity.MentionsRecipient());
        Assert.Equal("ask <at>Ann</at> why", activity.RemoveRecipientMention());
        Assert.Equal(2, activity.Entities!.Count);
    }

    private sealed record Data(string EventType, int N);
}
