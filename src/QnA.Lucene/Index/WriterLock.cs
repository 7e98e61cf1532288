using QnA.Core.Ingestion;

namespace QnA.Lucene.Index;

/// <summary>Keeps every other writer, of this process and all others, out of an index.</summary>
/// <remarks>
/// A file that is open to nobody else: the operating system gives it free when the process ends, however it ends. Lucene.NET's own lock
/// does not hold between processes on Linux.
/// </remarks>
internal sealed class WriterLock : IDisposable
{
    /// <summary>The name of the file in the directory of the index.</summary>
    public const string FileName = "qna.lock";

    private readonly FileStream _file;

    private WriterLock(FileStream file) => _file = file;

    /// <summary>Takes the lock of a directory.</summary>
    /// <exception cref="ArticleStoreException">Another writer has it.</exception>
    public static WriterLock Take(string directory)
    {
        var path = Path.Combine(directory, FileName);
        try
        {
            return new WriterLock(Open(path));
        }
        catch (IOException exception) when (exception is not DirectoryNotFoundException && File.Exists(path))
        {
            throw new ArticleStoreException(
                $"The index {directory} is being written by another process. Wait until it has finished, or use another index.", exception);
        }
    }

    /// <summary>Tells whether a writer has the lock of a directory at this moment.</summary>
    public static bool IsTaken(string directory)
    {
        var path = Path.Combine(directory, FileName);
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            Open(path).Dispose();
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static FileStream Open(string path) => new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
}
