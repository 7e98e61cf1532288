using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace QnA.BotFramework.Hosting;

/// <summary>Sets a damaged state file aside, so that the bot goes on with an empty one and nothing of the old one is lost.</summary>
internal static partial class DamagedState
{
    // With write-ahead logging a database is three files; the others belong to the damaged one and would spoil the new one.
    private static readonly string[] Parts = ["", "-wal", "-shm"];

    /// <summary>Looks at a state file, and renames it where it is damaged.</summary>
    /// <param name="path">The file; it need not exist.</param>
    /// <param name="time">Gives the new name its time.</param>
    /// <param name="logger">Hears of it.</param>
    /// <exception cref="InvalidOperationException">The file cannot be looked at, or not be renamed.</exception>
    public static void SetAside(string path, TimeProvider time, ILogger logger)
    {
        if (!File.Exists(path))
        {
            return;
        }

        try
        {
            if (SqliteCheck.FindDamage(path) is not { } damage)
            {
                return;
            }

            var aside = path + time.GetUtcNow().ToString("'.damaged-'yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
            foreach (var part in Parts.Where(part => File.Exists(path + part)))
            {
                File.Move(path + part, aside + part);
            }

            Log.SetAside(logger, damage, aside);
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"The state database '{path}' cannot be opened: {exception.Message}", exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Critical,
            Message = "{Damage}. It was set aside as {Aside}, and the bot begins with an empty state: conversations and feedback until now are not remembered. Bring a backup back if there is one")]
        public static partial void SetAside(ILogger logger, string damage, string aside);
    }
}
