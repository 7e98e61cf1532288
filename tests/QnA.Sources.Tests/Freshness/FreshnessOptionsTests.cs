using QnA.Sources.Freshness;

namespace QnA.Sources.Tests.Freshness;

public sealed class FreshnessOptionsTests
{
    [Theory]
    [InlineData("", "https://example.com/", "01:00:00", "Articles:Sources:0:Name")]
    [InlineData("News", "example.com", "01:00:00", "Articles:Sources:0:Address")]
    [InlineData("News", "file:///etc/passwd", "01:00:00", "Articles:Sources:0:Address")]
    [InlineData("News", "https://example.com/", "00:00:01", "Articles:Sources:0:Interval")]
    public void Validate_WrongSource_NamesTheSetting(string name, string address, string interval, string setting)
    {
        var options = new FreshnessOptions { Sources = { new SourceOptions { Name = name, Address = address, Interval = TimeSpan.Parse(interval, null) } } };

        var result = new FreshnessOptionsValidator().Validate(name: null, options);

        Assert.StartsWith(setting, Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_TwoOfOneName_Refused()
    {
        var options = new FreshnessOptions
        {
            Sources = { new SourceOptions { Name = "News", Address = "https://example.com/a" }, new SourceOptions { Name = "news", Address = "https://example.com/b" } },
        };

        Assert.Contains("two sources with the Name", Assert.Single(new FreshnessOptionsValidator().Validate(name: null, options).Failures!), StringComparison.Ordinal);
    }

    [Fact]
    public void Next_FailuresInARow_DoublesUpToTheInterval()
    {
        var minutes = Enumerable.Range(0, 6).Select(failures => (RefreshSchedule.Next(default, TimeSpan.FromMinutes(10), failures, 0) - default(DateTimeOffset)).TotalMinutes);

        Assert.Equal([10, 1, 2, 4, 8, 10], minutes);
    }
}
