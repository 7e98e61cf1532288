using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;

namespace QnA.Bot.Hosting;

/// <summary>The address to which channels send activities.</summary>
internal static class MessagesEndpoint
{
    /// <summary>The largest body, in bytes; channels send at most 256 KB (Direct Line's limit of an activity).</summary>
    private const int MaxBodyLength = 256 * 1024;

    public static void MapMessages(this IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/messages", HandleAsync);

    private static async Task HandleAsync(
        HttpContext context, [FromServices] IBotFrameworkHttpAdapter adapter, [FromServices] IBot bot, CancellationToken cancellationToken)
    {
        if (context.Request.ContentLength > MaxBodyLength)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            await context.Response.WriteAsJsonAsync(
                new ErrorResponse(new Error("PayloadTooLarge", $"The body is larger than {MaxBodyLength} bytes.")), cancellationToken);
            return;
        }

        // A body of unknown length is cut off by the server, one byte later than the adapter's own check.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MaxBodyLength + 1;
        }

        await adapter.ProcessAsync(context.Request, context.Response, bot, cancellationToken);
    }
}
