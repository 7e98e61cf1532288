using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using QnA.Bot.Hosting;
using QnA.BotFramework.Hosting;

namespace QnA.Bot.DirectLine;

/// <summary>Direct Line 3.0: the protocol of Web Chat and of botframework-directlinejs.</summary>
internal static class DirectLineEndpoints
{
    private const int MaxUserIdLength = 256;

    // In bytes: far more than an id and the other members that Web Chat's servers send with it.
    private const int MaxUserLength = 64 * 1024;

    public static void MapDirectLine(this IEndpointRouteBuilder endpoints)
    {
        var access = endpoints.ServiceProvider.GetRequiredService<DirectLineAccess>();
        var group = endpoints.MapGroup("/v3/directline").RequireCors(DirectLineOrigins.Policy).AddEndpointFilter(access);
        group.MapPost("/tokens/generate", GenerateAsync);
        group.MapPost("/tokens/refresh", Refresh);
        group.MapPost("/conversations", StartAsync);
        group.MapGet("/conversations/{id}", Reconnect);
        group.MapPost("/conversations/{id}/activities", SendAsync);
        group.MapGet("/conversations/{id}/activities", Read);
        group.MapGet("/conversations/{id}/stream", StreamAsync);
    }

    private static async Task<IResult> GenerateAsync(HttpContext context, [FromServices] DirectLineTokens tokens, CancellationToken cancellationToken)
    {
        var caller = DirectLineAccess.CallerOf(context);
        if (caller.ConversationId is not null)
        {
            return DirectLineError.Refused;
        }

        var (userId, error) = await ReadUserAsync(context.Request, cancellationToken);
        var id = DirectLineConversations.NewId();
        return error ?? Results.Json(new TokenResponse(id, tokens.Create(id, userId, caller.HasSecret), SecondsOf(tokens)));
    }

    private static IResult Refresh(HttpContext context, [FromServices] DirectLineTokens tokens) =>
        DirectLineAccess.CallerOf(context) is { ConversationId: { } id } caller
            ? Results.Json(new TokenResponse(id, tokens.Create(id, caller.UserId, caller.IsVouchedFor), SecondsOf(tokens)))
            : DirectLineError.BadRequest("Only a token can be refreshed; the secret does not expire.");

    private static async Task<IResult> StartAsync(
        HttpContext context,
        [FromServices] DirectLineTokens tokens,
        [FromServices] DirectLineConversations conversations,
        [FromServices] DirectLineTurns turns,
        [FromServices] PublicAddress publicAddress,
        CancellationToken cancellationToken)
    {
        var caller = DirectLineAccess.CallerOf(context);
        var (userId, error) = await ReadUserAsync(context.Request, cancellationToken);
        if (error is not null)
        {
            return error;
        }

        var id = caller.ConversationId ?? DirectLineConversations.NewId();
        var user = caller.UserId ?? userId;
        var conversation = conversations.Open(id, user ?? $"dl_{DirectLineConversations.NewId()}", out var isNew);
        if (isNew)
        {
            turns.Welcome(conversation);
        }

        return Results.Json(
            StartedResponse(context, id, tokens.Create(id, user, caller.HasSecret || caller.IsVouchedFor), watermark: "", SecondsOf(tokens), publicAddress),
            statusCode: isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static IResult Reconnect(
        HttpContext context,
        string id,
        string? watermark,
        [FromServices] DirectLineTokens tokens,
        [FromServices] DirectLineConversations conversations,
        [FromServices] PublicAddress publicAddress)
    {
        var caller = DirectLineAccess.CallerOf(context);
        return conversations.Find(id) is null
            ? DirectLineError.Ended
            : Results.Json(StartedResponse(
                context, id, tokens.Create(id, caller.UserId, caller.IsVouchedFor), watermark ?? "", SecondsOf(tokens), publicAddress));
    }

    private static async Task<IResult> SendAsync(
        HttpContext context,
        string id,
        [FromServices] DirectLineConversations conversations,
        [FromServices] DirectLineTurns turns,
        [FromServices] IOptions<TurnOptions> options,
        CancellationToken cancellationToken)
    {
        if (conversations.Find(id) is not { } conversation)
        {
            return DirectLineError.Ended;
        }

        var maxLength = options.Value.MaxBodyLength;
        if (await RequestBody.ReadAsync(context.Request, maxLength, cancellationToken) is not { } body)
        {
            return DirectLineError.TooLarge(maxLength);
        }

        Activity activity;
        try
        {
            activity = ActivityJson.Read(body);
        }
        catch (FormatException exception)
        {
            return DirectLineError.BadRequest(exception.Message);
        }

        if (!DirectLineTurns.Accepts(activity.Type))
        {
            return DirectLineError.BadRequest($"Activities of type '{activity.Type}' are not for clients to send.");
        }

        return turns.TrySend(conversation, activity, DirectLineAccess.CallerOf(context)) is { } activityId
            ? Results.Json(new ResourceResponse(activityId))
            : DirectLineError.TooMany(context, TimeSpan.FromSeconds(1));
    }

    private static IResult Read(string id, string? watermark, [FromServices] DirectLineConversations conversations) =>
        conversations.Find(id) is { } conversation
            ? Results.Bytes(conversation.Read(NumberOf(watermark)).ToJson(), "application/json; charset=utf-8")
            : DirectLineError.Ended;

    private static async Task<IResult> StreamAsync(
        HttpContext context,
        string id,
        string? watermark,
        [FromServices] DirectLineConversations conversations,
        [FromServices] IHostApplicationLifetime lifetime,
        CancellationToken cancellationToken)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            return DirectLineError.BadRequest("This address is for WebSockets.");
        }

        if (conversations.Find(id) is not { } conversation)
        {
            return DirectLineError.Ended;
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopped);
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await DirectLineStream.RunAsync(socket, conversation, NumberOf(watermark), ended.Token);
        return Results.Empty;
    }

    private static async Task<(string? UserId, IResult? Error)> ReadUserAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await RequestBody.ReadAsync(request, MaxUserLength, cancellationToken) is not { } body)
        {
            return (null, DirectLineError.TooLarge(MaxUserLength));
        }

        try
        {
            var userId = body.Length == 0 ? null : JsonSerializer.Deserialize<TokenRequest>(body, JsonSerializerOptions.Web)?.User?.Id;
            return userId is { Length: > MaxUserIdLength }
                ? (null, DirectLineError.BadRequest($"The user's id has more than {MaxUserIdLength} characters."))
                : (string.IsNullOrWhiteSpace(userId) ? null : userId, null);
        }
        catch (JsonException)
        {
            return (null, DirectLineError.BadRequest("The body must be empty or JSON such as {\"user\":{\"id\":\"dl_123\"}}."));
        }
    }

    // A watermark that is none (directlinejs sends '-' and 'undefined') asks for everything.
    private static long NumberOf(string? watermark) =>
        long.TryParse(watermark, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static int SecondsOf(DirectLineTokens tokens) => (int)tokens.Lifetime.TotalSeconds;

    private static ConversationResponse StartedResponse(
        HttpContext context, string id, string token, string watermark, int expiresIn, PublicAddress publicAddress)
    {
        var address = new UriBuilder(publicAddress.Of(context.Request));
        address.Scheme = address.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeWss : Uri.UriSchemeWs;
        var streamUrl = $"{address.Uri}v3/directline/conversations/{id}/stream?watermark={Uri.EscapeDataString(watermark)}&t={token}";
        return new ConversationResponse(id, token, expiresIn, streamUrl);
    }

    private sealed record TokenRequest(TokenUser? User);

    private sealed record TokenUser(string? Id);

    private sealed record TokenResponse(string ConversationId, string Token, [property: JsonPropertyName("expires_in")] int ExpiresIn);

    private sealed record ConversationResponse(
        string ConversationId, string Token, [property: JsonPropertyName("expires_in")] int ExpiresIn, string StreamUrl);
}
