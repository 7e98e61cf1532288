namespace Microsoft.Bot.Builder;

/// <summary>Values that live as long as a turn, by name or by type.</summary>
public class TurnContextStateCollection : Dictionary<string, object>, IDisposable
{
    private bool _disposed;

    /// <summary>Initializes an empty collection.</summary>
    public TurnContextStateCollection()
        : base(StringComparer.Ordinal)
    {
    }

    /// <summary>Gets a value by name.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="key">The name.</param>
    /// <returns>The value; the default when there is none of this name and type.</returns>
    public T Get<T>(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return TryGetValue(key, out var value) && value is T typed ? typed : default!;
    }

    /// <summary>Gets a value by its type.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <returns>The value; the default when there is none.</returns>
    public T Get<T>() => Get<T>(KeyOf<T>());

    /// <summary>Adds a value by name.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="key">The name.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">There is a value of this name.</exception>
    public void Add<T>(string key, T value)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        base.Add(key, value);
    }

    /// <summary>Adds a value by its type.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">There is a value of this type.</exception>
    public void Add<T>(T value) => Add(KeyOf<T>(), value);

    /// <summary>Sets or replaces a value by name; null removes it.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="key">The name.</param>
    /// <param name="value">The value.</param>
    public void Set<T>(string key, T value)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (value is null)
        {
            Remove(key);
        }
        else
        {
            this[key] = value;
        }
    }

    /// <summary>Sets or replaces a value by its type; null removes it.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value.</param>
    public void Set<T>(T value) => Set(KeyOf<T>(), value);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Disposes the connector clients that the adapter made for the turn; other values belong to whoever put them here.</summary>
    /// <param name="disposing">False when called by a finalizer.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        if (disposing)
        {
            foreach (var client in Values.OfType<Connector.IConnectorClient>())
            {
                client.Dispose();
            }
        }
    }

    private static string KeyOf<T>() => typeof(T).FullName ?? typeof(T).Name;
}
