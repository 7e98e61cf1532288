using Microsoft.Data.Sqlite;

namespace QnA.BotFramework.Hosting;

/// <summary>Looks whether a file is a whole SQLite database. Nothing is written.</summary>
internal static class SqliteCheck
{
    /// <summary>Checks every page of a database; takes as long as reading the file.</summary>
    /// <returns>What is wrong, in a sentence; <see langword="null"/> where nothing is.</returns>
    /// <exception cref="SqliteException">It cannot be opened, for a reason that is no damage: another has locked it, or there is no right to read it.</exception>
    public static string? FindDamage(string path) => Find(path, "PRAGMA quick_check(1)", isWell: answer => answer is "ok");

    /// <summary>Looks whether a database can be read at all; takes no longer for a large one.</summary>
    /// <returns>What is wrong, in a sentence; <see langword="null"/> where nothing is.</returns>
    /// <exception cref="SqliteException">It cannot be opened, for a reason that is no damage.</exception>
    public static string? FindUnreadable(string path) => Find(path, "SELECT max(key) FROM items", isWell: _ => true);

    private static string? Find(string path, string question, Func<object?, bool> isWell)
    {
        var source = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false, DefaultTimeout = 5 };
        try
        {
            using var connection = new SqliteConnection(source.ToString());
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = question;
            return isWell(command.ExecuteScalar()) ? null : $"The state database {path} is damaged";
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB)
        {
            return $"The state database {path} is damaged ({exception.Message})";
        }
    }
}
