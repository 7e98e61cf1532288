using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using QnA.BotFramework.Serialization;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>An adapter that takes activities as HTTP requests and answers through the channel's connector service.</summary>
/// <remarks>Configure it before the first turn; then turns may run in parallel.</remarks>
public partial class CloudAdapter : CloudAdapterBase, IBotFrameworkHttpAdapter
{
    /// <summary>Initializes an adapter without an app id and without configuration; it answers only where replies are expected in the response.</summary>
    public CloudAdapter()
        : this(new ConfigurationBuilder().Build())
    {
    }

    /// <summary>Initializes the adapter.</summary>
    /// <param name="botFrameworkAuthentication">Proves who sends an activity, and who the bot is.</param>
    /// <param name="logger">Takes what the adapter reports.</param>
    public CloudAdapter(BotFrameworkAuthentication botFrameworkAuthentication, ILogger? logger = null)
        : base(botFrameworkAuthentication, logger)
    {
    }

    /// <summary>Initializes the adapter from configuration.</summary>
    /// <param name="configuration">See <see cref="ConfigurationBotFrameworkAuthentication"/>.</param>
    /// <param name="httpClientFactory">Makes the HTTP clients.</param>
    /// <param name="logger">Takes what the adapter reports.</param>
    public CloudAdapter(IConfiguration configuration, IHttpClientFactory? httpClientFactory = null, ILogger? logger = null)
        : this(new ConfigurationBotFrameworkAuthentication(configuration, httpClientFactory: httpClientFactory, logger: logger), logger)
    {
    }

    /// <inheritdoc/>
    /// <remarks>
    /// The response has status 200 after the turn; for an invoke and for replies that are expected in the response, what the
    /// bot answered; 400, 413 or 415 with a JSON error for a request that is no activity; 401 without a valid token; 403 when the
    /// activity names a service to which nothing may be sent; 405 for any method but POST. An exception of the turn goes to
    /// <see cref="BotAdapter.OnTurnError"/>, or to the caller when there is none.
    /// </remarks>
    public async Task ProcessAsync(
        HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);
        ArgumentNullException.ThrowIfNull(httpResponse);
        ArgumentNullException.ThrowIfNull(bot);
        if (!HttpMethods.IsPost(httpRequest.Method))
        {
            httpResponse.StatusCode = StatusCodes.Status405MethodNotAllowed;
            httpResponse.Headers.Allow = HttpMethods.Post;
            return;
        }

        try
        {
            var activity = await ActivityRequest.ReadAsync(httpRequest, cancellationToken);
            var response = await ProcessActivityAsync(httpRequest.Headers.Authorization.ToString(), activity, bot.OnTurnAsync, cancellationToken);
            httpResponse.StatusCode = response?.Status ?? StatusCodes.Status200OK;
            await WriteBodyAsync(httpResponse, response?.Body, cancellationToken);
        }
        catch (BadActivityException exception)
        {
            Log.BadRequest(Logger, exception.StatusCode, exception.Message);
            httpResponse.StatusCode = exception.StatusCode;
            await WriteBodyAsync(httpResponse, new ErrorResponse(new Error(exception.Code, exception.Message)), cancellationToken);
        }
        catch (ServiceUrlNotAllowedException exception)
        {
            Log.BadRequest(Logger, StatusCodes.Status403Forbidden, exception.Message);
            httpResponse.StatusCode = StatusCodes.Status403Forbidden;
            await WriteBodyAsync(httpResponse, new ErrorResponse(new Error("ServiceUrlNotAllowed", exception.Message)), cancellationToken);
        }
        catch (UnauthorizedAccessException exception)
        {
            Log.Unauthorized(Logger, exception.Message);
            httpResponse.StatusCode = StatusCodes.Status401Unauthorized;
            httpResponse.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        }
    }

    private static async Task WriteBodyAsync(HttpResponse response, object? body, CancellationToken cancellationToken)
    {
        if (body is not null)
        {
            response.ContentType = "application/json; charset=utf-8";
            await JsonSerializer.SerializeAsync(response.BodyWriter, body, body.GetType(), SchemaJson.Wire, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "An activity was refused with HTTP status {Status}: {Reason}")]
        public static partial void BadRequest(ILogger logger, int status, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "An activity was refused with HTTP status 401: {Reason}")]
        public static partial void Unauthorized(ILogger logger, string reason);
    }
}
