using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Data.Sqlite;
using QnA.BotFramework.State;

namespace QnA.BotFramework.Hosting;

/// <summary>Keeps objects in a SQLite database. Safe for use by several threads, and by several processes on one machine, at once.</summary>
/// <remarks>
/// <para>
/// Objects are stored as plain JSON, without type names: store classes or dictionaries of your own with public properties. They are
/// read as dictionaries, lists, strings, numbers and booleans, with the eTag as the entry <c>eTag</c>.
/// </para>
/// <para>
/// A write with an eTag (an <see cref="IStoreItem"/>, or a dictionary's entry <c>eTag</c>) is refused when another writer was first,
/// one with an empty eTag when there is an object already; one without an eTag, or with <c>*</c>, overwrites. After a write the
/// object has its new eTag. What was written is there after the process was killed.
/// </para>
/// </remarks>
public sealed class SqliteStorage : IStorage, IDisposable
{
    /// <summary>The version of the table, kept in the database's <c>user_version</c>.</summary>
    private const int SchemaVersion = 1;

    private readonly SqliteConnection _pool;
    private readonly string _connectionString;
    private readonly SemaphoreSlim _writing = new(1, 1);

    /// <summary>Opens a database, and makes it when there is none.</summary>
    /// <param name="path">The file; its folder is made when there is none.</param>
    /// <exception cref="InvalidOperationException">The file was written by a later version, or is no database.</exception>
    public SqliteStorage(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var file = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        _connectionString = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30 }.ToString();
        _pool = new SqliteConnection(_connectionString);
        try
        {
            Create(file);
        }
        catch (SqliteException exception)
        {
            throw new InvalidOperationException($"The state database '{file}' cannot be opened: {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    public async Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var found = new Dictionary<string, object>(StringComparer.Ordinal);
        await using var connection = await OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT etag, json FROM items WHERE key = $key";
        var parameter = command.Parameters.Add("$key", SqliteType.Text);
        foreach (var key in keys)
        {
            parameter.Value = key;
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            if (await reader.ReadAsync(cancellationToken))
            {
                using var json = JsonDocument.Parse(reader.GetString(1));
                found[key] = StoredJson.Read(json.RootElement, reader.GetString(0));
            }
        }

        return found;
    }

    /// <summary>Reads all objects whose key begins with a text, in the order of their keys.</summary>
    /// <param name="prefix">The beginning; not empty.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Keys and objects, these without their eTags.</returns>
    public async IAsyncEnumerable<KeyValuePair<string, IDictionary<string, object>>> ListAsync(
        string prefix, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        await using var connection = await OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT key, json FROM items WHERE key >= $prefix AND substr(key, 1, length($prefix)) = $prefix ORDER BY key";
        command.Parameters.AddWithValue("$prefix", prefix);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            using var json = JsonDocument.Parse(reader.GetString(1));
            yield return new(reader.GetString(0), StoredJson.Read(json.RootElement));
        }
    }

    /// <inheritdoc/>
    /// <exception cref="StorageConflictException">Another writer was first; nothing was written.</exception>
    public async Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var items = changes.Select(c => (c.Key, c.Value, Json: StoredJson.Write(c.Key, c.Value).ToJsonString(), Old: StoredJson.ETagOf(c.Value), New: Guid.NewGuid().ToString("N"))).ToList();
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await using var connection = await OpenAsync(cancellationToken);
            await using var transaction = connection.BeginTransaction(deferred: false);
            foreach (var item in items)
            {
                await WriteAsync(connection, transaction, item.Key, item.Json, item.Old, item.New, cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }
        finally
        {
            _writing.Release();
        }

        items.ForEach(item => StoredJson.SetETag(item.Value, item.New));
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await using var connection = await OpenAsync(cancellationToken);
            await using var transaction = connection.BeginTransaction(deferred: false);
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "DELETE FROM items WHERE key = $key";
            var parameter = command.Parameters.Add("$key", SqliteType.Text);
            foreach (var key in keys)
            {
                parameter.Value = key;
                await command.ExecuteNonQueryAsync(cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Closes the database's connections.</summary>
    public void Dispose()
    {
        SqliteConnection.ClearPool(_pool);
        _pool.Dispose();
        _writing.Dispose();
    }

    private static async Task WriteAsync(
        SqliteConnection connection, SqliteTransaction transaction, string key, string json, string? oldETag, string newETag,
        CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = oldETag switch
        {
            null => "INSERT INTO items (key, etag, json) VALUES ($key, $new, $json) ON CONFLICT (key) DO UPDATE SET etag = $new, json = $json",
            "" => "INSERT INTO items (key, etag, json) VALUES ($key, $new, $json) ON CONFLICT (key) DO NOTHING",
            _ => "UPDATE items SET etag = $new, json = $json WHERE key = $key AND etag = $old",
        };
        command.Parameters.AddWithValue("$key", key);
        command.Parameters.AddWithValue("$new", newETag);
        command.Parameters.AddWithValue("$json", json);
        command.Parameters.AddWithValue("$old", oldETag ?? string.Empty);
        if (await command.ExecuteNonQueryAsync(cancellationToken) == 0)
        {
            throw new StorageConflictException(key);
        }
    }

    private async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    private void Create(string file)
    {
        _pool.Open();
        using var command = _pool.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        var version = Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        if (version > SchemaVersion)
        {
            throw new InvalidOperationException($"The state database '{file}' was written by a later version of this program; use that version.");
        }

        // With write-ahead logging readers never wait for the writer; a commit is on the disk when it returns.
        command.CommandText = $"""
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            CREATE TABLE IF NOT EXISTS items (key TEXT NOT NULL PRIMARY KEY, etag TEXT NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
            PRAGMA user_version = {SchemaVersion};
            """;
        command.ExecuteNonQuery();
        _pool.Close();
    }
}

/// <summary>A write was refused because another writer changed the object since it was read.</summary>
public sealed class StorageConflictException : InvalidOperationException
{
    /// <summary>Initializes the exception.</summary>
    public StorageConflictException()
        : this("An object")
    {
    }

    /// <summary>Initializes the exception for a key.</summary>
    /// <param name="key">The key.</param>
    public StorageConflictException(string key)
        : base($"Etag conflict: '{key}' was changed by another writer. Read it again and repeat the change.")
    {
    }

    /// <summary>Initializes the exception with a message and a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public StorageConflictException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
