namespace QnA.Cli.Composition;

/// <summary>A directory for an index that is deleted at the end.</summary>
internal sealed class TemporaryIndex : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("qna-");

    /// <summary>Gets the directory.</summary>
    public string Path => _directory.FullName;

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _directory.Delete(recursive: true);
        }
        catch (IOException)
        {
            // The system clears its folder of temporary files; an answer must not fail for it.
        }
    }
}
