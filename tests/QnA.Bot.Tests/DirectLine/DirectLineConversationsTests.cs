using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using QnA.Bot.DirectLine;

namespace QnA.Bot.Tests.DirectLine;

/// <summary>How long conversations take up memory.</summary>
public sealed class DirectLineConversationsTests
{
    [Fact]
    public void Open_AfterConversationsFellSilent_ForgetsThem()
    {
        var time = new FakeTimeProvider();
        var conversations = new DirectLineConversations(Options.Create(new DirectLineOptions { IdleTimeout = TimeSpan.FromMinutes(5) }), time);
        for (var i = 0; i < 100; i++)
        {
            conversations.Open($"silent {i}", "user", out _);
        }

        time.Advance(TimeSpan.FromMinutes(4));
        conversations.Open("younger", "user", out _);
        time.Advance(TimeSpan.FromMinutes(2));
        conversations.Open("new", "user", out var isNew);

        Assert.True(isNew);
        Assert.Equal(2, conversations.Count);
        Assert.NotNull(conversations.Find("younger"));
    }
}
