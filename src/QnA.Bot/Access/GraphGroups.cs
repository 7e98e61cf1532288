using System.Collections.Concurrent;
using System.Net;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Options;
using QnA.Core.Access;

namespace QnA.Bot.Access;

/// <summary>Asks Microsoft Graph who belongs to which groups, with the app's own credentials, and remembers it for a while.</summary>
/// <remarks>
/// The app needs the application permission <c>GroupMember.Read.All</c> (Graph, "checkMemberGroups"). Where Graph does not answer, the
/// person belongs to no group. Safe for concurrent use.
/// </remarks>
internal sealed partial class GraphGroups(
    IHttpClientFactory clients,
    ServiceClientCredentialsFactory credentials,
    IConfiguration configuration,
    IOptionsMonitor<GraphOptions> options,
    IOptionsMonitor<AccessOptions> access,
    TimeProvider time,
    ILogger<GraphGroups> logger) : IGroupMembership
{
    /// <summary>The name of the client that asks Graph.</summary>
    public const string ClientName = "graph";

    /// <summary>The settings of the app without which Graph cannot be asked.</summary>
    public static readonly string[] NeededSettings = [AppIdKey, TenantKey];

    private const string AppIdKey = "MicrosoftAppId";
    private const string TenantKey = "MicrosoftAppTenantId";

    // As many as one call of checkMemberGroups takes.
    private const int MaxGroupsAtOnce = 20;

    private const int MaxKept = 10_000;

    // Long enough not to ask a service that is down at every question, short enough that nobody waits for their rights.
    private static readonly TimeSpan FailureLifetime = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<(string User, string Groups), Known> _known = new();

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyCollection<string>> FindAsync(
        string userId, IReadOnlyCollection<string> groupIds, CancellationToken cancellationToken)
    {
        var key = (userId, string.Join(',', groupIds));
        var now = time.GetUtcNow();
        if (_known.TryGetValue(key, out var known) && known.Until > now)
        {
            return known.Groups;
        }

        try
        {
            var groups = new HashSet<string>(StringComparer.Ordinal);
            foreach (var some in groupIds.Chunk(MaxGroupsAtOnce))
            {
                groups.UnionWith(await AskAsync(userId, some, cancellationToken));
            }

            return Keep(key, new Known(groups, now + access.CurrentValue.GroupLifetime));
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever goes wrong, here or in the libraries that are asked: a right that is not proved is not given.
            Log.Failed(logger, exception.Message);
            return Keep(key, new Known([], now + FailureLifetime));
        }
    }

    private async Task<IEnumerable<string>> AskAsync(string userId, string[] groupIds, CancellationToken cancellationToken)
    {
        var settings = options.CurrentValue;
        var endpoint = settings.Endpoint.TrimEnd('/');
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{endpoint}/users/{userId}/checkMemberGroups"))
        {
            Content = JsonContent.Create(new GroupQuestion(groupIds)),
        };
        var credential = await credentials.CreateCredentialsAsync(
            configuration[AppIdKey] ?? "",
            new Uri(endpoint).GetLeftPart(UriPartial.Authority),
            $"{settings.LoginUrl.TrimEnd('/')}/{configuration[TenantKey]}",
            validateAuthority: true,
            cancellationToken) ?? throw new InvalidOperationException($"{AppIdKey} is not set.");
        await credential.ProcessHttpRequestAsync(request, cancellationToken);
        using var client = clients.CreateClient(ClientName);
        using var response = await client.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            // Somebody whom the tenant does not know belongs to none of its groups.
            return [];
        }

        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<GroupAnswer>(cancellationToken);
        var member = (answer?.Value ?? throw new InvalidDataException("Graph's answer has no list of groups."))
            .Select(id => Guid.TryParse(id, out var guid) ? guid.ToString("D") : "")
            .ToHashSet(StringComparer.Ordinal);
        return groupIds.Where(member.Contains);
    }

    private IReadOnlyCollection<string> Keep((string User, string Groups) key, Known known)
    {
        if (_known.Count >= MaxKept)
        {
            _known.Clear();
        }

        _known[key] = known;
        return known.Groups;
    }

    private sealed record Known(IReadOnlyCollection<string> Groups, DateTimeOffset Until);

    private sealed record GroupQuestion(string[] GroupIds);

    private sealed record GroupAnswer(IReadOnlyList<string?>? Value);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Microsoft Graph did not say who belongs to which group, so nobody is let in by a group for a moment: {Problem}")]
        public static partial void Failed(ILogger logger, string problem);
    }
}
