namespace Microsoft.Bot.Builder;

/// <summary>Keeps objects by key, with an eTag each, so that no writer overwrites what it has not seen.</summary>
/// <remarks>Implementations are safe for use by several threads at once.</remarks>
public interface IStorage
{
    /// <summary>Reads objects.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The objects that there are, by key.</returns>
    Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default);

    /// <summary>Writes objects.</summary>
    /// <param name="changes">
    /// The objects by key. One with an eTag (an <see cref="IStoreItem"/>, or a dictionary with an entry <c>eTag</c>) is written only
    /// when that is the stored eTag; one with an empty eTag only when the key has no object yet; one without an eTag, or with
    /// <c>*</c>, in any case. All are written or none; then each has its new eTag.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when all are written.</returns>
    /// <exception cref="ETagConflictException">
    /// Another writer was first. Other storages may throw another exception, whose message begins with <c>Etag conflict</c>.
    /// </exception>
    Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default);

    /// <summary>Deletes objects; a key that has none is no error.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when all are deleted.</returns>
    Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default);
}

/// <summary>An object that carries its eTag.</summary>
public interface IStoreItem
{
    /// <summary>Gets or sets the eTag with which the object was read; empty when there must be none yet, null or <c>*</c> to overwrite any.</summary>
    string? ETag { get; set; }
}

/// <summary>A write was refused because another writer changed the object since it was read.</summary>
public sealed class ETagConflictException : InvalidOperationException
{
    /// <summary>Initializes the exception.</summary>
    public ETagConflictException()
        : this("An object")
    {
    }

    /// <summary>Initializes the exception for a key.</summary>
    /// <param name="key">The key.</param>
    public ETagConflictException(string key)
        : base($"{MessageStart}: '{key}' was changed by another writer. Read it again and repeat the change.") => Key = key;

    /// <summary>Initializes the exception with a message and a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public ETagConflictException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>How the messages of storages begin that refuse a write for its eTag, whatever the exception's type.</summary>
    internal const string MessageStart = "Etag conflict";

    /// <summary>Gets the key of the object.</summary>
    public string? Key { get; }
}
