namespace QnA.Cli.Maintenance;

/// <summary>Writes a file so that it is there whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a file beside its place, brings it to the disk, then puts it there in one step.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="write">Writes the contents; where it throws, nothing is left.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static async Task<T> WriteAsync<T>(string path, Func<Stream, Task<T>> write)
    {
        var temporary = $"{Path.GetFullPath(path)}.{Path.GetRandomFileName()}.tmp";
        try
        {
            T result;
            var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write);
            await using (file)
            {
                result = await write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
            return result;
        }
        finally
        {
            // After the move there is nothing under this name.
            File.Delete(temporary);
        }
    }
}
