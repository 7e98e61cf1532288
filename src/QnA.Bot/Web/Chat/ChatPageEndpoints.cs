using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using QnA.Bot.Chat.Commands;
using QnA.Bot.DirectLine;
using QnA.Bot.Following;
using QnA.Bot.Web.Languages;
using QnA.Bot.Web.Pages;
using QnA.Bot.Web.Uploads;
using QnA.Core.Access;

namespace QnA.Bot.Web.Chat;

/// <summary>The chat page and what it asks for beside Direct Line.</summary>
internal static class ChatPageEndpoints
{
    private const int MaxTagLength = 20;

    public static void MapChatPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/", ShowAsync);
        var chat = endpoints.MapGroup("/chat").AddEndpointFilter(RefuseAsync);
        chat.MapPost("/token", CreateToken);
        chat.MapGet("/config", ConfigAsync);
        chat.MapGet("/suggestions", SuggestAsync);
    }

    private static async Task ShowAsync(
        HttpContext context, [FromServices] ChatPage page, [FromServices] PageFiles files, CancellationToken cancellationToken)
    {
        if (page.IsOn)
        {
            await files.SendChatAsync(context, cancellationToken);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        await context.Response.WriteAsync("There is no chat page here. Set Web:Chat:Enabled to true to turn it on.\n", cancellationToken);
    }

    private static async ValueTask<object?> RefuseAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var page = context.HttpContext.RequestServices.GetRequiredService<ChatPage>();
        return !page.IsOn ? WebError.Of(StatusCodes.Status404NotFound, "The chat page is off. Set Web:Chat:Enabled to true to turn it on.")
            : !page.IsOwn(context.HttpContext.Request) ? WebError.Of(StatusCodes.Status403Forbidden, "Only the bot's own page may ask for this.")
            : await next(context);
    }

    private static IResult CreateToken(HttpContext context, [FromServices] DirectLineAccess access, [FromServices] DirectLineTokens tokens)
    {
        if (access.RefuseTooMany(context, caller: null) is { } refused)
        {
            return refused;
        }

        // The page speaks for one person whom nobody else can name.
        var id = DirectLineConversations.NewId();
        var user = $"page_{DirectLineConversations.NewId()}";
        return Results.Json(new PageToken(id, user, tokens.Create(id, user), (int)tokens.Lifetime.TotalSeconds));
    }

    private static async Task<IResult> ConfigAsync(
        [FromServices] PageLanguages languages,
        [FromServices] UploadFolder uploads,
        [FromServices] IVisibleArticles articles,
        [FromServices] ChatCommands commands,
        CancellationToken cancellationToken) =>
        Results.Json(new PageConfig(
            [.. languages.All.Select(l => new PageConfigLanguage(l.Tag, l.Name))],
            (await articles.GetStatisticsAsync(Reader.Anonymous, cancellationToken)).Articles,
            (await articles.GetOverviewAsync(Reader.Anonymous, cancellationToken)).Languages,
            [.. commands.Names],
            uploads.IsOn ? new PageConfigUploads(uploads.NeedsKey, uploads.Extensions, uploads.MaxFileBytes) : null));

    private static async Task<IResult> SuggestAsync(
        string? language, [FromServices] Suggestions suggestions, [FromServices] FirstArticles firstArticles, CancellationToken cancellationToken)
    {
        await firstArticles.WaitAsync(cancellationToken);
        return Results.Json(await suggestions.GetAsync(language is { Length: <= MaxTagLength } ? language : null, cancellationToken));
    }

    private sealed record PageToken(
        string ConversationId, string UserId, string Token, [property: JsonPropertyName("expires_in")] int ExpiresIn);

    private sealed record PageConfig(
        IReadOnlyList<PageConfigLanguage> Languages,
        int Articles,
        IReadOnlyList<string> ArticleLanguages,
        IReadOnlyList<string> Commands,
        PageConfigUploads? Uploads);

    private sealed record PageConfigLanguage(string Tag, string Name);

    private sealed record PageConfigUploads(bool NeedsKey, IReadOnlyList<string> Extensions, long MaxFileBytes);
}
