using Microsoft.Extensions.Options;
using QnA.Bot.Tests.Infrastructure;

namespace QnA.Bot.Tests.Hosting;

/// <summary>Settings that are wrong stop the bot at its start, with words.</summary>
public sealed class OptionsTests
{
    [Theory]
    [InlineData("Bot:PublicAddress", "ftp://x")]
    [InlineData("Bot:PublicAddress", "bot.example.com")]
    [InlineData("Bot:MaxHistory", "-1")]
    [InlineData("Articles:Paths:0", " ")]
    [InlineData("Articles:PollInterval", "00:00:00")]
    [InlineData("Articles:MaxFileBytes", "3")]
    [InlineData("Web:Uploads:Key", "short")]
    [InlineData("Web:Uploads:Path", "")]
    [InlineData("Web:Uploads:MaxFiles", "0")]
    public async Task Start_WithAWrongSetting_NamesTheSetting(string key, string value)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(
            () => BotHost.StartAsync(settings: new Dictionary<string, string?> { [key] = value }));

        Assert.Contains(key.Replace(":0", "", StringComparison.Ordinal), exception.Message, StringComparison.Ordinal);
    }
}
