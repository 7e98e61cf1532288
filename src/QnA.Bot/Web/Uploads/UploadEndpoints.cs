using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using QnA.Bot.Web.Chat;
using QnA.BotFramework.Hosting;

namespace QnA.Bot.Web.Uploads;

/// <summary>Adds articles, lists what was added and removes it.</summary>
internal static class UploadEndpoints
{
    private const string KeyHeader = "X-Uploads-Key";

    private const string ExpectedAddress = "The body must name an address, as in {\"address\": \"https://example.com/article\"}.";

    // In bytes: the longest address, with every character escaped.
    private const int MaxAddressBody = 16 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter<UploadState>(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static void MapUploads(this IEndpointRouteBuilder endpoints)
    {
        var uploads = endpoints.MapGroup("/uploads").AddEndpointFilter(RefuseAsync);
        uploads.MapGet("", ListAsync);
        uploads.MapPost("", AddAsync);
        uploads.MapPost("/address", AddAddressAsync);
        uploads.MapDelete("", Remove);
    }

    private static async ValueTask<object?> RefuseAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!http.RequestServices.GetRequiredService<UploadFolder>().IsOn)
        {
            return WebError.Of(StatusCodes.Status404NotFound, "Articles cannot be added here. Set Web:Uploads:Key to let those add them who have the key.");
        }

        if (!http.RequestServices.GetRequiredService<ChatPage>().IsOwn(http.Request))
        {
            return WebError.Of(StatusCodes.Status403Forbidden, "Only the bot's own page may add articles.");
        }

        return HasKey(http) ? await next(context) : WebError.Of(StatusCodes.Status401Unauthorized, "The key is missing or not the right one.");
    }

    private static bool HasKey(HttpContext http)
    {
        var key = http.RequestServices.GetRequiredService<IOptions<UploadOptions>>().Value.Key;
        return string.IsNullOrEmpty(key) || CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(http.Request.Headers[KeyHeader].ToString())), SHA256.HashData(Encoding.UTF8.GetBytes(key)));
    }

    private static async Task<IResult> ListAsync([FromServices] UploadFolder folder, CancellationToken cancellationToken) =>
        Results.Json(new { files = await folder.ListAsync(cancellationToken) }, Json);

    private static async Task<IResult> AddAsync(
        HttpContext context, string name, [FromServices] UploadFolder folder, CancellationToken cancellationToken)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            // One more than is kept, so that a file that is too large is refused in words.
            limit.MaxRequestBodySize = folder.MaxFileBytes + 1L;
        }

        return await AnswerAsync(() => folder.AddAsync(name, context.Request.Body, cancellationToken), folder);
    }

    private static async Task<IResult> AddAddressAsync(
        HttpContext context, [FromServices] UploadAddresses addresses, [FromServices] UploadFolder folder, CancellationToken cancellationToken)
    {
        if (await RequestBody.ReadAsync(context.Request, MaxAddressBody, cancellationToken) is not { } body)
        {
            return WebError.Of(StatusCodes.Status413PayloadTooLarge, $"An address has at most {UploadAddresses.MaxLength} characters.");
        }

        try
        {
            return JsonSerializer.Deserialize<AddressBody>(body, Json)?.Address is { } address
                ? await AnswerAsync(() => addresses.AddAsync(address, cancellationToken), folder)
                : WebError.Of(StatusCodes.Status400BadRequest, ExpectedAddress);
        }
        catch (JsonException)
        {
            return WebError.Of(StatusCodes.Status400BadRequest, ExpectedAddress);
        }
    }

    private static async Task<IResult> AnswerAsync(Func<Task<UploadResult>> add, UploadFolder folder)
    {
        try
        {
            var result = await add();
            return result.File is { } file ? Results.Json(file, Json, statusCode: result.Status) : WebError.Of(result.Status, result.Error!);
        }
        catch (BadHttpRequestException exception)
        {
            return WebError.Of(exception.StatusCode, exception.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? $"The file is larger than {folder.MaxFileBytes:N0} bytes."
                : "The file did not arrive whole. Try again.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return WebError.Of(StatusCodes.Status507InsufficientStorage, "The file could not be kept: the disk is full or may not be written.");
        }
    }

    private static IResult Remove(string name, [FromServices] UploadFolder folder) =>
        folder.Remove(name) ? Results.NoContent() : WebError.Of(StatusCodes.Status404NotFound, "There is no such file.");

    private sealed record AddressBody(string? Address);
}
