using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Rest;
using QnA.Bot.Access;
using QnA.Bot.Tests.Infrastructure;
using QnA.Core.Access;
using QnA.Core.Registration;

namespace QnA.Bot.Tests.Access;

/// <summary>Groups, asked of a Microsoft Graph on the loopback address.</summary>
public sealed class GraphGroupsTests : IAsyncLifetime
{
    private const string Board = "c0ffee00-0000-4000-8000-000000000001";
    private const string Staff = "c0ffee00-0000-4000-8000-000000000002";
    private const string AppId = "11111111-2222-3333-4444-555555555555";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly List<string> _asked = [];
    private WebApplication _graph = null!;
    private Func<HttpContext, Task> _answer = null!;

    public async ValueTask InitializeAsync()
    {
        Members(Board);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _graph = builder.Build();
        _graph.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            lock (_asked)
            {
                _asked.Add($"{context.Request.Method} {context.Request.Path} {context.Request.Headers.Authorization} ");
            }

            var body = await reader.ReadToEndAsync();
            lock (_asked)
            {
                _asked[^1] += body;
            }

            await _answer(context);
        });
        await _graph.StartAsync();
    }

    public ValueTask DisposeAsync() => _graph.DisposeAsync();

    [Fact]
    public async Task FindAsync_Member_AsksOnceWithTheAppsTokenForTheLifetime()
    {
        await using var services = Services();

        Assert.Equal([Board], await FindAsync(services, Board, Staff));
        _time.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal([Board], await FindAsync(services, Board, Staff));
        Assert.Equal([$$"""POST /v1.0/users/{{GuardedBot.Member}}/checkMemberGroups Bearer token for {{Address}} {"groupIds":["{{Board}}","{{Staff}}"]}"""], _asked);

        Members();
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Empty(await FindAsync(services, Board, Staff));
        Assert.Equal(2, _asked.Count);
    }

    [Theory]
    [InlineData(403, "{}")]
    [InlineData(404, "{}")]
    [InlineData(302, "")]
    [InlineData(200, "{}")]
    [InlineData(200, "no json")]
    [InlineData(200, "{\"value\":[null,\"nonsense\"]}")]
    public async Task FindAsync_OtherAnswer_IsNoMember(int status, string body)
    {
        _answer = async context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "https://example.com/";
            await context.Response.WriteAsync(body);
        };
        await using var services = Services();

        Assert.Empty(await FindAsync(services, Board));
    }

    [Fact]
    public async Task FindAsync_GroupThatWasNotAskedFor_IsNotTaken()
    {
        Members(Staff);
        await using var services = Services();

        Assert.Empty(await FindAsync(services, Board));
    }

    [Fact]
    public async Task FindAsync_GraphIsDown_IsNoMemberAndAskedAgainSoon()
    {
        var healthy = _answer;
        _answer = context =>
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        };
        await using var services = Services();

        Assert.Empty(await FindAsync(services, Board));
        _answer = healthy;
        Assert.Empty(await FindAsync(services, Board));
        _time.Advance(TimeSpan.FromSeconds(11));

        Assert.Equal([Board], await FindAsync(services, Board));
    }

    [Fact]
    public async Task Start_GroupsWithoutTheApp_NamesTheMissingSetting()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Articles:Access:Rules:0:Tag"] = "board",
            ["Articles:Access:Rules:0:Groups:0"] = Board,
        };

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => BotHost.StartAsync(settings: settings));

        Assert.Contains("MicrosoftAppTenantId is missing", error.Message, StringComparison.Ordinal);
    }

    private string Address => _graph.Urls.First();

    private void Members(params string[] groups) => _answer = context => context.Response.WriteAsJsonAsync(new { value = groups });

    private ServiceProvider Services()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Articles:Access:Graph:Endpoint"] = Address + "/v1.0",
            ["MicrosoftAppId"] = AppId,
            ["MicrosoftAppTenantId"] = "tenant",
        }).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<TimeProvider>(_time);
        services.AddSingleton<ServiceClientCredentialsFactory>(new FixedCredentials());
        services.AddLogging();
        services.AddQnA().AddArticleAccess(configuration);
        return services.BuildServiceProvider();
    }

    private static async Task<IReadOnlyCollection<string>> FindAsync(IServiceProvider services, params string[] groups) =>
        await services.GetRequiredService<IGroupMembership>().FindAsync(GuardedBot.Member, groups, TestContext.Current.CancellationToken);

    private sealed class FixedCredentials : ServiceClientCredentialsFactory
    {
        public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => Task.FromResult(appId == AppId);

        public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(true);

        public override Task<ServiceClientCredentials?> CreateCredentialsAsync(
            string appId, string? audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
            Task.FromResult<ServiceClientCredentials?>(new FixedToken($"token for {audience}"));
    }

    private sealed class FixedToken(string token) : ServiceClientCredentials
    {
        public override Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", token);
            return Task.CompletedTask;
        }
    }
}
