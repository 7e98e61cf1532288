using Microsoft.Extensions.Time.Testing;
using QnA.BotFramework.Hosting;

namespace QnA.BotFramework.Tests.Hosting;

public sealed class RecentActivitiesTests
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void TryAdd_AgainWithinTheWindow_IsFalse()
    {
        var recent = new RecentActivities(_time, Window);

        Assert.True(recent.TryAdd("a"));
        Assert.False(recent.TryAdd("a"));
        _time.Advance(Window);
        Assert.True(recent.TryAdd("a"));
    }

    [Fact]
    public void TryAdd_AfterItWasForgottenAndAdded_CountsFromTheLastTime()
    {
        var recent = new RecentActivities(_time, Window);
        recent.TryAdd("a");
        recent.Remove("a");
        _time.Advance(Window - TimeSpan.FromMinutes(1));
        Assert.True(recent.TryAdd("a"));

        _time.Advance(TimeSpan.FromMinutes(2));

        Assert.False(recent.TryAdd("a"));
    }
}
