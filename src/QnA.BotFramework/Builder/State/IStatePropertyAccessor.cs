namespace Microsoft.Bot.Builder;

/// <summary>A named property of a state.</summary>
public interface IStatePropertyInfo
{
    /// <summary>Gets the property's name.</summary>
    string Name { get; }
}

/// <summary>Reads and writes a property of a state.</summary>
/// <typeparam name="T">The property's type.</typeparam>
public interface IStatePropertyAccessor<T> : IStatePropertyInfo
{
    /// <summary>Gets the property. An object that was stored as plain JSON is a copy: what is changed in it is saved only when it is set.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="defaultValueFactory">Makes the property's value when there is none yet.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The property; the type's default when there is none and no factory.</returns>
    Task<T> GetAsync(ITurnContext turnContext, Func<T>? defaultValueFactory = null, CancellationToken cancellationToken = default);

    /// <summary>Deletes the property.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when it is deleted in the turn's state.</returns>
    Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);

    /// <summary>Sets the property.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="value">The value.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when it is set in the turn's state.</returns>
    Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default);
}

/// <summary>Makes accessors of properties.</summary>
public interface IPropertyManager
{
    /// <summary>Makes an accessor of a property.</summary>
    /// <typeparam name="T">The property's type.</typeparam>
    /// <param name="name">The property's name.</param>
    /// <returns>The accessor.</returns>
    IStatePropertyAccessor<T> CreateProperty<T>(string name);
}

/// <summary>Reads and writes a property of a <see cref="BotState"/>.</summary>
internal sealed class BotStatePropertyAccessor<T>(BotState state, string name) : IStatePropertyAccessor<T>
{
    public string Name => name;

    public async Task<T> GetAsync(ITurnContext turnContext, Func<T>? defaultValueFactory = null, CancellationToken cancellationToken = default)
    {
        await state.LoadAsync(turnContext, force: false, cancellationToken);
        var cached = state.GetCachedState(turnContext)!;
        if (cached.TryGet<T>(name, out var value))
        {
            return value;
        }

        if (defaultValueFactory is null)
        {
            return default!;
        }

        var made = defaultValueFactory();
        cached.Set(name, made);
        return made;
    }

    public async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        await state.LoadAsync(turnContext, force: false, cancellationToken);
        state.GetCachedState(turnContext)!.State.Remove(name);
    }

    public async Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default)
    {
        await state.LoadAsync(turnContext, force: false, cancellationToken);
        state.GetCachedState(turnContext)!.Set(name, value);
    }
}
