using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using QnA.Bot.Web.Chat;

namespace QnA.Bot.DirectLine;

/// <summary>Lets in those who may: finds out who calls, and how often.</summary>
internal sealed class DirectLineAccess : IEndpointFilter, IDisposable
{
    private const string Scheme = "Bearer ";

    private readonly DirectLineTokens _tokens;
    private readonly DirectLineOrigins _origins;
    private readonly bool _isOn;
    private readonly bool _isOpen;
    private readonly PartitionedRateLimiter<string> _limiter;

    public DirectLineAccess(IOptions<DirectLineOptions> options, DirectLineTokens tokens, DirectLineOrigins origins, ChatPage chatPage, IHostEnvironment environment)
    {
        _tokens = tokens;
        _origins = origins;
        _isOpen = string.IsNullOrEmpty(options.Value.Secret) && environment.IsDevelopment();
        _isOn = _isOpen || chatPage.IsOn || !string.IsNullOrEmpty(options.Value.Secret);
        var perMinute = options.Value.RequestsPerMinute;
        _limiter = PartitionedRateLimiter.Create<string, string>(caller => RateLimitPartition.GetFixedWindowLimiter(
            caller, _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) }));
    }

    /// <summary>Gets who made a request that was let in.</summary>
    public static DirectLineCaller CallerOf(HttpContext context) => context.Features.Get<DirectLineCaller>()
        ?? throw new InvalidOperationException("The request has not passed the access filter.");

    /// <summary>Counts a request; gives the refusal where there were too many.</summary>
    /// <param name="http">The request.</param>
    /// <param name="caller">Who makes it. Whoever has no valid token is counted by address, so that invented tokens win nothing.</param>
    public IResult? RefuseTooMany(HttpContext http, DirectLineCaller? caller)
    {
        using var lease = _limiter.AttemptAcquire(caller?.ConversationId ?? $"address {http.Connection.RemoteIpAddress}");
        return lease.IsAcquired
            ? null
            : DirectLineError.TooMany(http, lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1));
    }

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!_isOn)
        {
            return DirectLineError.Off;
        }

        if (!_origins.IsAllowed(http.Request))
        {
            return DirectLineError.OriginRefused;
        }

        var bearer = BearerOf(http.Request);
        var caller = bearer is null ? null : await _tokens.FindCallerAsync(bearer);

        if (RefuseTooMany(http, caller) is { } refused)
        {
            return refused;
        }

        if (caller is null && bearer is null && _isOpen && !http.Request.RouteValues.ContainsKey("id"))
        {
            caller = new DirectLineCaller(ConversationId: null, UserId: null);
        }

        if (caller is null)
        {
            return bearer is null ? DirectLineError.NoToken : DirectLineError.Refused;
        }

        if (http.Request.RouteValues["id"] is string id && !caller.MayUse(id))
        {
            return DirectLineError.Refused;
        }

        http.Features.Set(caller);
        return await next(context);
    }

    public void Dispose() => _limiter.Dispose();

    private static string? BearerOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return header[Scheme.Length..].Trim();
        }

        // A browser cannot send headers with a WebSocket; its address carries the token.
        return request.HttpContext.WebSockets.IsWebSocketRequest && request.Query["t"].ToString() is { Length: > 0 } token ? token : null;
    }
}
