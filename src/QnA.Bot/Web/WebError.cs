namespace QnA.Bot.Web;

/// <summary>The errors of the pages' own addresses: <c>{"error":…}</c> with a sentence for people.</summary>
internal static class WebError
{
    public static IResult Of(int status, string message) => Results.Json(new { error = message }, statusCode: status);
}
