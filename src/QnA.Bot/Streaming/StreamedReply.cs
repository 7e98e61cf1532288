using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Threading.Channels;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace QnA.Bot.Streaming;

/// <summary>A reply that a person sees grow: updates as fast as the channel takes them, then the whole.</summary>
/// <remarks>
/// Updates are sent in the background, one at a time; one that is overtaken by the next is not sent. When the channel refuses an update,
/// there are no more, and the whole comes as a message of its own. To be used by one thread at a time.
/// </remarks>
internal sealed partial class StreamedReply : IAsyncDisposable
{
    // A channel that does not answer must not hold up the turns behind this one.
    private static readonly TimeSpan LongestEnding = TimeSpan.FromSeconds(5);

    private readonly ITurnContext _turnContext;
    private readonly StreamPace _pace;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationToken _cancellationToken;
    private readonly CancellationTokenSource _finishing;
    private readonly Channel<Update> _updates = Channel.CreateBounded<Update>(new BoundedChannelOptions(1)
    {
        FullMode = BoundedChannelFullMode.DropOldest,
        SingleReader = true,
    });

    private Task _sending = Task.CompletedTask;
    private string _shown = "";
    private string? _streamId;
    private int _sequence;
    private long _first;
    private long _last;
    private bool _refused;
    private bool _stopped;

    private StreamedReply(ITurnContext turnContext, StreamPace pace, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        _turnContext = turnContext;
        _pace = pace;
        _time = time;
        _logger = logger;
        _cancellationToken = cancellationToken;
        _finishing = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    }

    /// <summary>Begins a reply.</summary>
    /// <param name="turnContext">The turn that is answered.</param>
    /// <param name="pace">The channel's pace.</param>
    /// <param name="doing">What is being done, for the person to read until there is something of the answer.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Takes what is reported.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<StreamedReply> BeginAsync(
        ITurnContext turnContext, StreamPace pace, string doing, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        var reply = new StreamedReply(turnContext, pace, time, logger, cancellationToken);
        var informative = new Update(StreamInfo.Informative, doing);
        if (pace.TypingFirst)
        {
            await turnContext.SendActivityAsync(new Activity { Type = ActivityTypes.Typing }, cancellationToken);
            reply._last = time.GetTimestamp();
            reply._updates.Writer.TryWrite(informative);
        }
        else
        {
            await reply.SendAsync(informative);
        }

        reply._sending = reply.SendUpdatesAsync();
        return reply;
    }

    /// <summary>Shows what there is of the answer.</summary>
    /// <param name="text">All of it so far, in Markdown.</param>
    public void Show(string text)
    {
        _shown = text;
        _updates.Writer.TryWrite(new Update(StreamInfo.Streaming, text));
    }

    /// <summary>Sends the whole.</summary>
    /// <param name="message">The whole reply.</param>
    /// <returns>The ids under which the channel knows the message; empty where the person has stopped it.</returns>
    public async Task<IReadOnlyList<string>> FinishAsync(Activity message)
    {
        await StopSendingAsync();
        if (_stopped)
        {
            return [];
        }

        if (_streamId is not null && !_refused && !IsOver())
        {
            await WaitForPaceAsync(_cancellationToken);
            var (entities, data) = (message.Entities, message.ChannelData);
            StreamInfo.AddTo(message, StreamInfo.Final, _streamId, sequence: null);
            try
            {
                return IdsOf(await _turnContext.SendActivityAsync(message, _cancellationToken));
            }
            catch (ErrorResponseException exception) when (IsForbidden(exception))
            {
                Refuse(exception);
                if (_stopped)
                {
                    return [];
                }

                (message.Entities, message.ChannelData) = (entities, data);
                (message.ChannelData as IDictionary<string, object?>)?.Remove("streamType");
                (message.ChannelData as IDictionary<string, object?>)?.Remove("streamId");
            }
        }

        return IdsOf(await _turnContext.SendActivityAsync(message, _cancellationToken));
    }

    /// <summary>Ends a reply that will not be whole: what was shown stays, and the channel no longer waits for more.</summary>
    /// <param name="nothing">What is said where nothing was shown yet.</param>
    public async Task BreakOffAsync(string nothing)
    {
        await StopSendingAsync();
        if (_streamId is null || _refused || IsOver())
        {
            return;
        }

        var message = new Activity
        {
            Type = ActivityTypes.Message,
            Text = _shown.Length > 0 ? _shown : nothing,
            TextFormat = TextFormatTypes.Markdown,
        };
        StreamInfo.AddTo(message, StreamInfo.Final, _streamId, sequence: null);

        // The turn's own token is what ended it.
        using var limit = new CancellationTokenSource(LongestEnding, _time);
        try
        {
            await WaitForPaceAsync(limit.Token);
            await _turnContext.SendActivityAsync(message, limit.Token);
        }
        catch (Exception exception)
        {
            // Whatever it fails for must not hide why the turn ended.
            Refuse(exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopSendingAsync();
        _finishing.Dispose();
    }

    private static bool IsForbidden(ErrorResponseException exception) => exception.Response?.StatusCode == HttpStatusCode.Forbidden;

    private IReadOnlyList<string> IdsOf(ResourceResponse? response) =>
        [.. new[] { response?.Id, _refused ? null : _streamId }.OfType<string>().Where(id => id.Length > 0).Distinct(StringComparer.Ordinal)];

    [SuppressMessage("Usage", "VSTHRD003:Avoid awaiting foreign Tasks", Justification = "The reply's own task; there is no context to deadlock with.")]
    private async Task StopSendingAsync()
    {
        await _finishing.CancelAsync();
        await _sending;
    }

    private async Task SendUpdatesAsync()
    {
        try
        {
            while (!_refused && await _updates.Reader.WaitToReadAsync(_finishing.Token))
            {
                await WaitForPaceAsync(_finishing.Token);
                if (!IsOver() && _updates.Reader.TryRead(out var update))
                {
                    await SendAsync(update);
                }
            }
        }
        catch (OperationCanceledException) when (_finishing.IsCancellationRequested)
        {
            // The whole is ready, or the turn has ended.
        }
    }

    private async Task SendAsync(Update update)
    {
        var activity = new Activity { Type = ActivityTypes.Typing, Text = update.Text, TextFormat = TextFormatTypes.Markdown };
        StreamInfo.AddTo(activity, update.StreamType, _streamId, ++_sequence);
        try
        {
            var response = await _turnContext.SendActivityAsync(activity, _cancellationToken);
            if (_streamId is null)
            {
                _first = _time.GetTimestamp();
                _streamId = response?.Id;
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !_cancellationToken.IsCancellationRequested)
        {
            // An update is a courtesy: whatever it fails for, the answer itself is still sent.
            Refuse(exception);
        }

        _refused |= string.IsNullOrEmpty(_streamId);
        _last = _time.GetTimestamp();
    }

    private Task WaitForPaceAsync(CancellationToken cancellationToken)
    {
        var left = _pace.Between - _time.GetElapsedTime(_last);
        return left > TimeSpan.Zero ? Task.Delay(left, _time, cancellationToken) : Task.CompletedTask;
    }

    private bool IsOver() => _streamId is not null && _time.GetElapsedTime(_first) >= _pace.Longest;

    private void Refuse(Exception exception)
    {
        _refused = true;

        // Teams tells with one code of everything that ends a stream; that the person pressed Stop is only in its words.
        _stopped = exception is ErrorResponseException { Body.Error.Message: { } message }
            && message.Contains("canceled by user", StringComparison.OrdinalIgnoreCase);
        Log.Refused(_logger, exception, _turnContext.Activity.ChannelId, _turnContext.Activity.Conversation?.Id);
    }

    private sealed record Update(string StreamType, string Text);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The stream of an answer ended early on {Channel} in conversation {Conversation}")]
        public static partial void Refused(ILogger logger, Exception exception, string? channel, string? conversation);
    }
}
