using System.Security.Cryptography;
using System.Text;

namespace QnA.Bot.Following;

/// <summary>One folder, with all below it, or one file.</summary>
internal sealed class WatchedPath : IDisposable
{
    private readonly string _path;
    private readonly Action _changed;
    private FileSystemWatcher? _watcher;
    private string _lastLook;

    public WatchedPath(string path, Action changed)
    {
        _path = Path.TrimEndingDirectorySeparator(path);
        _changed = changed;
        _watcher = TryWatch();
        _lastLook = Look();
    }

    /// <summary>Gets whether the system tells of changes; otherwise <see cref="HasChanged"/> must be asked.</summary>
    public bool IsWatched => _watcher is not null;

    /// <summary>Looks whether something has changed since the last look.</summary>
    public bool HasChanged()
    {
        _watcher ??= TryWatch();
        var look = Look();
        var changed = look != _lastLook;
        _lastLook = look;
        return changed;
    }

    public void Dispose() => _watcher?.Dispose();

    private FileSystemWatcher? TryWatch()
    {
        FileSystemWatcher? watcher = null;
        try
        {
            // The folder above a single file is watched: editors replace a file rather than write into it.
            watcher = Directory.Exists(_path)
                ? new FileSystemWatcher(_path) { IncludeSubdirectories = true }
                : new FileSystemWatcher(Path.GetDirectoryName(_path)!, Path.GetFileName(_path));
            watcher.NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size;
            watcher.Changed += OnChange;
            watcher.Created += OnChange;
            watcher.Deleted += OnChange;
            watcher.Renamed += OnChange;
            watcher.Error += OnError;
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            // No such folder, no right to it, no watch left in the system: it is looked at instead.
            watcher?.Dispose();
            return null;
        }
    }

    private void OnChange(object sender, FileSystemEventArgs e) => _changed();

    private void OnError(object sender, ErrorEventArgs e)
    {
        Interlocked.Exchange(ref _watcher, value: null)?.Dispose();
        _changed();
    }

    // Names, sizes and times of change; the ingestion itself compares contents.
    private string Look()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        try
        {
            var files = Directory.Exists(_path)
                ? new DirectoryInfo(_path).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
                : [new FileInfo(_path)];
            foreach (var file in files.OrderBy(f => f.FullName, StringComparer.Ordinal))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(file.FullName));
                hash.AppendData(BitConverter.GetBytes(file.Exists ? file.Length : -1));
                hash.AppendData(BitConverter.GetBytes(file.LastWriteTimeUtc.Ticks));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(exception.Message));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
