using System.Net.WebSockets;

namespace QnA.Bot.DirectLine;

/// <summary>Sends a conversation through a WebSocket as it grows; what the client sends is only a sign of life.</summary>
internal static class DirectLineStream
{
    // A ping is empty; whoever sends more does not speak this protocol.
    private const int MaxIncoming = 4096;

    // A frame that is cut aborts the connection, so a client that says goodbye gets the one that is under way.
    private static readonly TimeSpan PatienceAtTheEnd = TimeSpan.FromSeconds(1);

    public static async Task RunAsync(WebSocket socket, DirectLineConversation conversation, long watermark, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var patience = ended.Token.Register(() => gone.CancelAfter(PatienceAtTheEnd));
        var receiving = ReceiveAsync(socket, ended);
        try
        {
            while (!ended.IsCancellationRequested)
            {
                var batch = await conversation.ReadNextAsync(watermark, ended.Token);
                await socket.SendAsync(batch.ToJson(), WebSocketMessageType.Text, endOfMessage: true, gone.Token);
                watermark = batch.Watermark;
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            // The client has gone, or the bot stops: the client comes back with its watermark.
        }

        await ended.CancelAsync();
        await receiving;
        await CloseAsync(socket);
    }

    private static async Task ReceiveAsync(WebSocket socket, CancellationTokenSource ended)
    {
        var buffer = new byte[MaxIncoming];
        var length = 0;
        try
        {
            while (!ended.IsCancellationRequested)
            {
                var received = await socket.ReceiveAsync(buffer, ended.Token);
                length = received.EndOfMessage ? 0 : length + received.Count;
                if (received.MessageType == WebSocketMessageType.Close || length > MaxIncoming)
                {
                    break;
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            // As in sending.
        }

        await ended.CancelAsync();
    }

    private static async Task CloseAsync(WebSocket socket)
    {
        using var patience = new CancellationTokenSource(PatienceAtTheEnd);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, patience.Token);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            // It is closed in any case.
        }
    }
}
