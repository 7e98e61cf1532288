using Microsoft.Bot.Builder;

namespace QnA.Bot.Chat;

/// <summary>Reads and keeps what is remembered of conversations; what was kept is saved at the end of the turn.</summary>
/// <remarks>
/// The state outlives the program that wrote it. What another version remembered may lack what tells whether it may still be shown, such
/// as the articles that an answer was made from, so such a conversation begins anew. Safe for concurrent use.
/// </remarks>
internal sealed partial class ConversationMemories(ConversationState state, ILogger<ConversationMemories> logger)
{
    private readonly IStatePropertyAccessor<ConversationMemory> _memory = state.CreateProperty<ConversationMemory>(nameof(ConversationMemory));

    /// <summary>Reads what is remembered of a turn's conversation.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>An empty memory for a new conversation, and for one that another version remembered in another format.</returns>
    public async Task<ConversationMemory> ReadAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        // A storage that cannot be read is an error of the turn, unlike an object that is not understood.
        await state.LoadAsync(turnContext, force: false, cancellationToken);
        var memory = await UnderstandAsync(turnContext, cancellationToken);
        if (memory is not { Format: ConversationMemory.CurrentFormat })
        {
            Log.Dropped(logger, turnContext.Activity.Conversation?.Id);
            memory = ConversationMemory.Create();
            await _memory.SetAsync(turnContext, memory, cancellationToken);
        }

        return memory;
    }

    /// <summary>Keeps what is remembered of a turn's conversation, after something was changed in it.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="memory">What is remembered.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task KeepAsync(ITurnContext turnContext, ConversationMemory memory, CancellationToken cancellationToken) =>
        _memory.SetAsync(turnContext, memory, cancellationToken);

    private async Task<ConversationMemory?> UnderstandAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        try
        {
            return await _memory.GetAsync(turnContext, ConversationMemory.Create, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The type of the exception is the serializer's, which the SDK chooses.
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "What another version remembered of conversation {Conversation} is not understood and was dropped")]
        public static partial void Dropped(ILogger logger, string? conversation);
    }
}
