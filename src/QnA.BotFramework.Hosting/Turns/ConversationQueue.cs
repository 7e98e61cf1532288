using System.Diagnostics.CodeAnalysis;

namespace QnA.BotFramework.Hosting;

/// <summary>Keeps the turns of each conversation in the order in which their activities arrived.</summary>
internal sealed class ConversationQueue
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (Place Last, int Count)> _conversations = new(StringComparer.Ordinal);

    /// <summary>Takes the next place of a conversation.</summary>
    /// <returns>The place; null when <paramref name="limit"/> places are taken.</returns>
    public Place? TryEnter(string conversation, int limit)
    {
        lock (_lock)
        {
            var (last, count) = _conversations.GetValueOrDefault(conversation);
            if (count >= limit)
            {
                return null;
            }

            var place = new Place(this, conversation, last?.Ended ?? Task.CompletedTask);
            _conversations[conversation] = (place, count + 1);
            return place;
        }
    }

    private void Remove(Place place)
    {
        lock (_lock)
        {
            var (last, count) = _conversations[place.Conversation];
            if (count == 1)
            {
                _conversations.Remove(place.Conversation);
            }
            else
            {
                _conversations[place.Conversation] = (last, count - 1);
            }
        }
    }

    /// <summary>A place in a conversation's order; disposed when its turn has ended or will not be run.</summary>
    internal sealed class Place(ConversationQueue queue, string conversation, Task earlier) : IDisposable
    {
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _left;

        public string Conversation => conversation;

        /// <summary>Gets or sets what is cancelled when nobody can take the turn's answer any more.</summary>
        public CancellationToken HungUp { get; set; }

        [SuppressMessage("Usage", "VSTHRD003:Avoid awaiting foreign Tasks", Justification = "A signal that is set elsewhere; there is no context to deadlock with.")]
        public Task Ended => _ended.Task;

        /// <summary>Waits until all earlier turns of the conversation have ended.</summary>
        public Task WaitAsync(CancellationToken cancellationToken) => earlier.WaitAsync(cancellationToken);

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) != 0)
            {
                return;
            }

            queue.Remove(this);

            // Who leaves before it was its turn must not let later ones pass those before.
            _ = earlier.ContinueWith(
                static (_, ended) => ((TaskCompletionSource)ended!).SetResult(), _ended,
                CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }
}
