namespace Microsoft.Bot.Builder;

/// <summary>Properties that are loaded from a storage once in a turn and saved at its end.</summary>
/// <remarks>
/// No update is lost: a save is refused when another turn has saved in between, and is then repeated on what that turn saved,
/// property by property. A property that both have changed cannot be merged and ends the save with <see cref="ETagConflictException"/>.
/// </remarks>
public abstract class BotState : IPropertyManager
{
    /// <summary>How often a save is repeated before it fails; each repetition means that another turn has just saved.</summary>
    private const int MaxAttempts = 100;

    private readonly IStorage _storage;
    private readonly string _contextServiceKey;

    /// <summary>Initializes the state.</summary>
    /// <param name="storage">Where the state is kept.</param>
    /// <param name="contextServiceKey">The name of the state in <see cref="ITurnContext.TurnState"/>.</param>
    protected BotState(IStorage storage, string contextServiceKey)
    {
        ArgumentNullException.ThrowIfNull(storage);
        ArgumentNullException.ThrowIfNull(contextServiceKey);
        _storage = storage;
        _contextServiceKey = contextServiceKey;
    }

    /// <inheritdoc/>
    public IStatePropertyAccessor<T> CreateProperty<T>(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new BotStatePropertyAccessor<T>(this, name);
    }

    /// <summary>Loads the state into the turn, unless it is there.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="force">Whether to load it again; changes that were not saved are then lost.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the state is loaded.</returns>
    public virtual async Task LoadAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (force || GetCachedState(turnContext) is null)
        {
            turnContext.TurnState.Set(_contextServiceKey, await ReadAsync(turnContext, cancellationToken));
        }
    }

    /// <summary>Saves the state when it was changed.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="force">Whether to save it in any case.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the state is saved.</returns>
    /// <exception cref="ETagConflictException">Another turn has changed the same property.</exception>
    public virtual async Task SaveChangesAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (GetCachedState(turnContext) is not { } cached || !(force || cached.IsChanged()))
        {
            return;
        }

        var key = GetStorageKey(turnContext);
        for (var attempt = 1; ; attempt++)
        {
            if (cached.IsSaved || attempt > 1)
            {
                cached.Rebase(await ReadAsync(turnContext, cancellationToken), key);
            }

            try
            {
                await _storage.WriteAsync(new Dictionary<string, object>(StringComparer.Ordinal) { [key] = cached.ToStore() }, cancellationToken);
                cached.MarkSaved();
                return;
            }
            catch (Exception exception) when (attempt < MaxAttempts && IsConflict(exception))
            {
                // Another turn saved first: the next attempt repeats this turn's changes on what that turn saved.
            }
        }
    }

    /// <summary>Empties the state in the turn; it is saved empty.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the state is empty.</returns>
    public virtual async Task ClearStateAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        await LoadAsync(turnContext, force: false, cancellationToken);
        GetCachedState(turnContext)!.State.Clear();
    }

    /// <summary>Deletes the state from the turn and from the storage.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the state is deleted.</returns>
    public virtual Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        turnContext.TurnState.Remove(_contextServiceKey);
        return _storage.DeleteAsync([GetStorageKey(turnContext)], cancellationToken);
    }

    /// <summary>Gets the state as the turn has it.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <returns>The state; null when it was not loaded.</returns>
    public CachedBotState? GetCachedState(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.TurnState.Get<CachedBotState>(_contextServiceKey);
    }

    /// <summary>Gets the key under which the storage has the state.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <returns>The key.</returns>
    protected abstract string GetStorageKey(ITurnContext turnContext);

    /// <summary>Gets a property of the loaded state.</summary>
    /// <typeparam name="T">The property's type.</typeparam>
    /// <param name="turnContext">The turn.</param>
    /// <param name="propertyName">The property's name.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The property; the type's default when there is none.</returns>
    protected Task<T> GetPropertyValueAsync<T>(ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default) =>
        new BotStatePropertyAccessor<T>(this, propertyName).GetAsync(turnContext, defaultValueFactory: null, cancellationToken);

    /// <summary>Deletes a property of the loaded state.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="propertyName">The property's name.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when it is deleted.</returns>
    protected Task DeletePropertyValueAsync(ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default) =>
        new BotStatePropertyAccessor<object>(this, propertyName).DeleteAsync(turnContext, cancellationToken);

    /// <summary>Sets a property of the loaded state.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="propertyName">The property's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when it is set.</returns>
    protected Task SetPropertyValueAsync(
        ITurnContext turnContext, string propertyName, object value, CancellationToken cancellationToken = default) =>
        new BotStatePropertyAccessor<object>(this, propertyName).SetAsync(turnContext, value, cancellationToken);

    private static bool IsConflict(Exception exception) =>
        exception.Message.StartsWith(ETagConflictException.MessageStart, StringComparison.OrdinalIgnoreCase);

    private async Task<CachedBotState> ReadAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var key = GetStorageKey(turnContext);
        var items = await _storage.ReadAsync([key], cancellationToken);
        return new CachedBotState(items.TryGetValue(key, out var item) ? item : null);
    }
}

/// <summary>What is kept of a conversation, for all its members.</summary>
/// <param name="storage">Where it is kept.</param>
public class ConversationState(IStorage storage) : BotState(storage, nameof(ConversationState))
{
    /// <inheritdoc/>
    protected override string GetStorageKey(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var id = turnContext.Activity.Conversation?.Id ?? throw new InvalidOperationException("The activity has no conversation with an id.");
        return $"{turnContext.Activity.ChannelId}/conversations/{id}";
    }
}

/// <summary>What is kept of a user, in all conversations of a channel.</summary>
/// <param name="storage">Where it is kept.</param>
public class UserState(IStorage storage) : BotState(storage, nameof(UserState))
{
    /// <inheritdoc/>
    protected override string GetStorageKey(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var id = turnContext.Activity.From?.Id ?? throw new InvalidOperationException("The activity has no sender with an id.");
        return $"{turnContext.Activity.ChannelId}/users/{id}";
    }
}
