using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;

namespace QnA.Sources.Web.Fetching;

/// <summary>Fetches from the public Internet, safely and politely.</summary>
/// <remarks>
/// Every address is checked, of every redirect too, and connected to as checked. A host gets one request at a time with a pause between
/// two, its robots.txt is kept to, and what has not changed is not sent again. Safe for concurrent use.
/// </remarks>
public sealed class WebFetcher : IDisposable
{
    /// <summary>As many as RFC 9309, section 2.3.1.2 asks for.</summary>
    private const int MaxRedirects = 5;

    /// <summary>RFC 9309, section 2.5: at least 500 KiB are read.</summary>
    private const int MaxRobotsBytes = 500 * 1024;

    /// <summary>RFC 9309, section 2.4: no longer than a day.</summary>
    private static readonly TimeSpan RobotsLifetime = TimeSpan.FromDays(1);

    /// <summary>How long is kept what nobody asks for: three times the longest interval of a source.</summary>
    private static readonly TimeSpan UnusedLifetime = TimeSpan.FromDays(90);

    /// <summary>How long a server is left alone that is too busy and does not say how long.</summary>
    private static readonly TimeSpan BusyWait = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (RobotsRules Rules, DateTimeOffset Read)> _robots = new(StringComparer.Ordinal);
    private readonly WebOptions _options;
    private readonly TimeProvider _time;
    private readonly AddressPolicy _policy;
    private readonly HostTurns _turns;
    private readonly WebCache _cache;
    private readonly HttpClient _client;

    /// <summary>Creates a fetcher.</summary>
    /// <param name="options">The limits.</param>
    /// <param name="time">The clock.</param>
    public WebFetcher(IOptions<WebOptions> options, TimeProvider time)
        : this(options, time, Dns.GetHostAddressesAsync)
    {
    }

    internal WebFetcher(IOptions<WebOptions> options, TimeProvider time, HostResolver resolve)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Value;
        _time = time;
        _policy = new AddressPolicy(_options);
        _turns = new HostTurns(time);
        _cache = new WebCache(_options.Path);
        _client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = new SafeConnector(_policy, resolve).ConnectAsync,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli,
            UseCookies = false,

            // A proxy would connect to what it pleases.
            UseProxy = false,
            ActivityHeadersPropagator = null,
            MaxResponseHeadersLength = 64,
            MaxResponseDrainSize = 0,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Fetches a document, or takes the one that is kept where the server says that it has not changed.</summary>
    /// <param name="address">An http or https address.</param>
    /// <param name="unchangedSince">When the document changed last, if that is known: what was fetched after it is taken without asking.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="WebFetchException">It was not fetched; the message says why.</exception>
    internal async Task<WebDocument> FetchAsync(Uri address, DateTimeOffset? unchangedSince, CancellationToken cancellationToken)
    {
        var kept = await _cache.FindAsync(address, _time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        if (kept is not null && unchangedSince < kept.Fetched)
        {
            return kept;
        }

        var uri = address;
        for (var redirects = 0; redirects <= MaxRedirects; redirects++)
        {
            _policy.Check(uri);
            var robots = await RobotsAsync(uri, cancellationToken).ConfigureAwait(false);
            if (!robots.Allows(uri))
            {
                throw new WebFetchException($"The robots.txt of {uri.Host} does not allow programs to read {uri.AbsolutePath}.");
            }

            var answer = await SendAsync(uri, kept, _options.MaxBytes, robots.Delay, cancellationToken).ConfigureAwait(false);
            if (answer.Document is { } document)
            {
                await _cache.PutAsync(address, document, cancellationToken).ConfigureAwait(false);
                return document;
            }

            uri = answer.Redirect!;
        }

        throw new WebFetchException($"It was redirected more than {MaxRedirects} times.");
    }

    /// <summary>Forgets what is kept of addresses that nobody asked for in 90 days.</summary>
    internal void ForgetUnused() => _cache.Forget(_time.GetUtcNow() - UnusedLifetime);

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<RobotsRules> RobotsAsync(Uri uri, CancellationToken cancellationToken)
    {
        var origin = uri.GetLeftPart(UriPartial.Authority);
        if (_robots.TryGetValue(origin, out var known) && _time.GetUtcNow() - known.Read < RobotsLifetime)
        {
            return known.Rules;
        }

        var rules = await ReadRobotsAsync(new Uri(uri, "/robots.txt"), cancellationToken).ConfigureAwait(false);
        _robots[origin] = (rules, _time.GetUtcNow());
        return rules;
    }

    private async Task<RobotsRules> ReadRobotsAsync(Uri robots, CancellationToken cancellationToken)
    {
        for (var redirects = 0; redirects <= MaxRedirects; redirects++)
        {
            _policy.Check(robots);
            try
            {
                var answer = await SendAsync(robots, kept: null, MaxRobotsBytes, TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
                if (answer.Document is { } document)
                {
                    return RobotsRules.Parse(Encoding.UTF8.GetString(document.Body), _options.UserAgent.Split('/', ' ')[0]);
                }

                robots = answer.Redirect!;
            }
            catch (WebFetchException e) when (e.Status is >= 400 and < 500 and not 429)
            {
                // RFC 9309, section 2.3.1.3: any other answer of 400 to 499 means that there are no rules.
                return RobotsRules.None;
            }
        }

        return RobotsRules.None;
    }

    private async Task<(WebDocument? Document, Uri? Redirect)> SendAsync(
        Uri uri, WebDocument? kept, int maxBytes, TimeSpan delay, CancellationToken cancellationToken)
    {
        using var turn = await _turns.TakeAsync(uri.Host, delay > _options.Delay ? delay : _options.Delay, cancellationToken).ConfigureAwait(false);
        using var timeout = new CancellationTokenSource(_options.Timeout, _time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using var request = WebRequests.Create(uri, kept, _options.UserAgent);
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, linked.Token).ConfigureAwait(false);
            return await ReadAsync(uri, kept, response, maxBytes, linked.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new WebFetchException(string.Create(
                CultureInfo.InvariantCulture, $"{uri.Host} was given up: it took more than {_options.Timeout.TotalSeconds:0.#} seconds. Raise {WebOptions.TimeoutSetting} if that is right."), e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or SocketException)
        {
            throw WebRequests.Explain(uri, e);
        }
    }

    private async Task<(WebDocument? Document, Uri? Redirect)> ReadAsync(
        Uri uri, WebDocument? kept, HttpResponseMessage response, int maxBytes, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.NotModified && kept is not null)
        {
            return (kept with { Fetched = _time.GetUtcNow() }, null);
        }

        if ((int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location)
        {
            return (null, WebRequests.Follow(uri, location));
        }

        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw Refused(uri, response);
        }

        var body = await BodyReader.ReadAsync(response.Content, maxBytes, cancellationToken).ConfigureAwait(false);
        return (WebRequests.Document(uri, response, body, _time.GetUtcNow()), null);
    }

    private WebFetchException Refused(Uri uri, HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        var message = string.Create(CultureInfo.InvariantCulture, $"{uri.Host} answered {status}{WebRequests.Meaning(status)}.");
        if (status is 429 or 503)
        {
            var wait = response.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - _time.GetUtcNow() ?? BusyWait : BusyWait;
            var until = _turns.Hold(uri.Host, _time.GetUtcNow() + (wait > TimeSpan.Zero ? wait : TimeSpan.Zero));
            return new WebFetchException(message) { RetryAt = until, Status = status };
        }

        return new WebFetchException(message) { Status = status };
    }
}
