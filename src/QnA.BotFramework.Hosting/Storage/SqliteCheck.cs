using Microsoft.Data.Sqlite;

namespace QnA.BotFramework.Hosting;

/// <summary>Looks whether a file is a whole SQLite database.</summary>
internal static class SqliteCheck
{
    /// <summary>Checks the pages of a database and that its table can be read; nothing is written.</summary>
    /// <returns>What is wrong, in a sentence; <see langword="null"/> where nothing is.</returns>
    /// <exception cref="SqliteException">It cannot be opened, for a reason that is no damage: another has locked it, or there is no right to read it.</exception>
    public static async Task<string?> FindDamageAsync(string path, CancellationToken cancellationToken)
    {
        var source = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false, DefaultTimeout = 5 };
        try
        {
            await using var connection = new SqliteConnection(source.ToString());
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA quick_check(1)";
            return await command.ExecuteScalarAsync(cancellationToken) is "ok" ? null : $"{path} is damaged";
        }
        catch (SqliteException exception) when (IsDamage(exception))
        {
            return $"{path} is damaged: {exception.Message}";
        }
    }

    /// <summary>Tells whether an error says that the bytes of the file are wrong, and not who may use it when.</summary>
    public static bool IsDamage(SqliteException exception) =>
        exception.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB;
}
