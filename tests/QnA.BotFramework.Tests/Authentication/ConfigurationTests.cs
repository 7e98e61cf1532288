using System.Net;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using QnA.BotFramework.Tests.Infrastructure;

namespace QnA.BotFramework.Tests.Authentication;

public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("MicrosoftAppPassword", "MicrosoftAppId=a")]
    [InlineData("MicrosoftAppPassword", "MicrosoftAppId=a;MicrosoftAppType=MultiTenant")]
    [InlineData("MicrosoftAppPassword", "MicrosoftAppId=a;MicrosoftAppType=SingleTenant;MicrosoftAppTenantId=t")]
    [InlineData("MicrosoftAppTenantId", "MicrosoftAppId=a;MicrosoftAppType=SingleTenant;MicrosoftAppPassword=p")]
    [InlineData("MicrosoftAppTenantId", "MicrosoftAppId=a;MicrosoftAppType=UserAssignedMSI")]
    [InlineData("MicrosoftAppType", "MicrosoftAppId=a;MicrosoftAppType=Other;MicrosoftAppPassword=p")]
    [InlineData("MicrosoftAppId", "MicrosoftAppPassword=p")]
    [InlineData("MicrosoftAppId", "MicrosoftAppTenantId=t")]
    [InlineData("ChannelService", "ChannelService=https://example.com")]
    [InlineData("ValidateAuthority", "ValidateAuthority=maybe")]
    [InlineData("BotFramework:AllowLoopback", "BotFramework:AllowLoopback=maybe")]
    [InlineData("BotFramework:AllowedHosts", "BotFramework:AllowedHosts:0=https://example.com/")]
    [InlineData("BotFramework:AllowedHosts", "BotFramework:AllowedHosts:0=*")]
    [InlineData("BotFramework:AllowedHosts", "BotFramework:AllowedHosts:0=*.com")]
    [InlineData("BotFramework:AllowedHosts", "BotFramework:AllowedHosts:0=*.trafficmanager.net")]
    [InlineData("BotFramework:AllowedHosts", "BotFramework:AllowedHosts:0=example.com:99999")]
    public void Constructor_HalfConfiguration_NamesTheSettingAndNoSecret(string setting, string settings)
    {
        var exception = Assert.Throws<InvalidOperationException>(() => new ConfigurationBotFrameworkAuthentication(Settings(settings)));

        Assert.Contains(setting, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("'p'", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("MicrosoftAppType=MultiTenant")]
    [InlineData("MicrosoftAppId=a;MicrosoftAppPassword=p")]
    [InlineData("MicrosoftAppId=a;MicrosoftAppType=singletenant;MicrosoftAppPassword=p;MicrosoftAppTenantId=t")]
    [InlineData("MicrosoftAppId=a;MicrosoftAppType=UserAssignedMSI;MicrosoftAppTenantId=t")]
    [InlineData("ChannelService=https://botframework.azure.us")]
    public void Constructor_WholeConfiguration_IsTaken(string settings)
    {
        using var authentication = new ConfigurationBotFrameworkAuthentication(Settings(settings));

        Assert.NotEmpty(authentication.GetOriginatingAudience());
    }

    [Fact]
    public void CloudSettings_PublicGovernmentAndOverrides_AreTheDocumentedOnes()
    {
        var everyone = CloudSettings.From(Settings(""));
        var government = CloudSettings.From(Settings("ChannelService=https://botframework.azure.us"));
        var single = CloudSettings.From(Settings("MicrosoftAppType=SingleTenant;MicrosoftAppTenantId=t1"));
        var custom = CloudSettings.From(Settings(
            "ToChannelFromBotLoginUrl=l;ToChannelFromBotOAuthScope=s;ToBotFromChannelTokenIssuer=i;ToBotFromChannelOpenIdMetadataUrl=c;ToBotFromEmulatorOpenIdMetadataUrl=e;ValidateAuthority=false"));

        Assert.Equal("https://login.microsoftonline.com/botframework.com", everyone.LoginUrl);
        Assert.Equal("https://api.botframework.com", everyone.OAuthScope);
        Assert.Equal("https://login.botframework.com/v1/.well-known/openidconfiguration", everyone.ChannelMetadataUrl);
        Assert.True(everyone.ValidateAuthority);
        Assert.Equal(4, everyone.EmulatorIssuers.Count);
        Assert.Equal("https://api.botframework.us", government.ChannelIssuer);
        Assert.StartsWith("https://login.microsoftonline.us/", government.LoginUrl, StringComparison.Ordinal);
        Assert.Equal("https://login.microsoftonline.com/t1", single.LoginUrl);
        Assert.Contains("https://sts.windows.net/t1/", single.EmulatorIssuers);
        Assert.Equal(("l", "s", "i", "c", "e", false), (custom.LoginUrl, custom.OAuthScope, custom.ChannelIssuer, custom.ChannelMetadataUrl, custom.EmulatorMetadataUrl, custom.ValidateAuthority));
    }

    [Fact]
    public async Task CreateCredentials_ForAnotherApp_IsRefused()
    {
        using var client = new HttpClient();
        var factory = new ConfigurationServiceClientCredentialFactory(Settings("MicrosoftAppId=a;MicrosoftAppPassword=p"), client);

        await Assert.ThrowsAsync<ArgumentException>(() => factory.CreateCredentialsAsync("b", null, "https://login", true, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ManagedIdentity_Token_IsAskedOfTheMachinesEndpoint()
    {
        string? asked = null;
        using var client = new HttpClient(new LambdaHandler(request =>
        {
            asked = Uri.UnescapeDataString(request.RequestUri!.Query);
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent("""{"access_token":"from-machine","expires_on":"4102444800","expires_in":"3600","token_type":"Bearer","resource":"r"}"""),
            };
        }));
        var factory = new ConfigurationServiceClientCredentialFactory(
            Settings("MicrosoftAppId=msi-app;MicrosoftAppType=UserAssignedMSI;MicrosoftAppTenantId=t"), client);
        var credentials = await factory.CreateCredentialsAsync(
            "msi-app", "https://api.botframework.com", "https://login", true, TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage();

        await credentials!.ProcessHttpRequestAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("Bearer from-machine", request.Headers.Authorization!.ToString());
        Assert.Contains("client_id=msi-app", asked, StringComparison.Ordinal);
        Assert.Contains("resource=https://api.botframework.com", asked, StringComparison.OrdinalIgnoreCase);
    }

    private static IConfiguration Settings(string text) => new ConfigurationBuilder()
        .AddInMemoryCollection(text.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(s => s.Split('=', 2)).ToDictionary(p => p[0], p => (string?)p[1]))
        .Build();
}
