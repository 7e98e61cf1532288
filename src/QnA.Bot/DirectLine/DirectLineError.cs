namespace QnA.Bot.DirectLine;

/// <summary>The errors of Direct Line: <c>{"error":{"code":…,"message":…}}</c>.</summary>
internal static class DirectLineError
{
    public static IResult Off { get; } = Of(
        StatusCodes.Status404NotFound, "Off", "Direct Line is off. Set DirectLine:Secret to a random text of at least 32 characters to turn it on.");

    public static IResult NoToken { get; } = Of(
        StatusCodes.Status401Unauthorized, "MissingToken", "Send 'Authorization: Bearer' with the secret or a token from tokens/generate.");

    public static IResult Refused { get; } = Of(
        StatusCodes.Status403Forbidden, "TokenExpired", "The token is not valid, has expired or is for another conversation. Ask for another.");

    public static IResult OriginRefused { get; } = Of(
        StatusCodes.Status403Forbidden, "OriginNotAllowed", "Pages of this origin may not talk to the bot; DirectLine:AllowedOrigins names those that may.");

    public static IResult Ended { get; } = Of(
        StatusCodes.Status404NotFound, "ConversationNotFound", "There is no such conversation, or it has ended. Start another.");

    public static IResult TooLarge(int maxLength) => Of(
        StatusCodes.Status413PayloadTooLarge, "PayloadTooLarge", $"The body is larger than {maxLength} bytes.");

    public static IResult BadRequest(string message) => Of(StatusCodes.Status400BadRequest, "BadArgument", message);

    public static IResult TooMany(HttpContext context, TimeSpan retryAfter)
    {
        context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(retryAfter.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Of(StatusCodes.Status429TooManyRequests, "TooManyRequests", "Too many requests; wait as long as Retry-After says.");
    }

    private static IResult Of(int status, string code, string message) =>
        Results.Json(new { error = new { code, message } }, statusCode: status);
}
