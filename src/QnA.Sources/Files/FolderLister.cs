namespace QnA.Sources.Files;

/// <summary>A file found in a folder.</summary>
/// <param name="Path">The full path.</param>
/// <param name="RelativePath">The path below the folder, with forward slashes on every system.</param>
/// <param name="Length">Bytes; 0 where they cannot be told.</param>
internal sealed record ListedFile(string Path, string RelativePath, long Length);

/// <summary>What a folder holds.</summary>
/// <param name="Files">The files, by relative path in ordinal order.</param>
/// <param name="Problems">What could not be listed and why.</param>
internal sealed record FolderListing(IReadOnlyList<ListedFile> Files, IReadOnlyList<string> Problems);

/// <summary>Lists the files of a folder and all folders below it.</summary>
/// <param name="enumerate">How one folder is listed; the default asks the file system.</param>
/// <remarks>
/// Skips what begins with a dot or is hidden. Links are followed, but no folder is listed twice, so links in a circle end. A folder
/// that can be reached both by its own path and through a link is listed under its own.
/// </remarks>
internal sealed class FolderLister(Func<DirectoryInfo, IEnumerable<FileSystemInfo>>? enumerate = null)
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    private readonly Func<DirectoryInfo, IEnumerable<FileSystemInfo>> _enumerate =
        enumerate ?? (folder => folder.EnumerateFileSystemInfos("*", Everything));

    public FolderListing List(string root, Func<string, bool> wanted, CancellationToken cancellationToken)
    {
        var files = new List<ListedFile>();
        var problems = new List<string>();
        var seen = new HashSet<string>(FilePaths.Comparer);
        var folders = new Queue<DirectoryInfo>([new DirectoryInfo(root)]);
        var links = new PriorityQueue<DirectoryInfo, string>(StringComparer.Ordinal);
        while (folders.TryDequeue(out var folder) || links.TryDequeue(out folder, out _))
        {
            try
            {
                if (!seen.Add(FilePaths.Resolve(folder.FullName)))
                {
                    continue;
                }

                foreach (var entry in _enumerate(folder).Where(entry => !IsHidden(entry)))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    if (entry is DirectoryInfo { LinkTarget: not null } link)
                    {
                        links.Enqueue(link, link.FullName);
                    }
                    else if (entry is DirectoryInfo inner)
                    {
                        folders.Enqueue(inner);
                    }
                    else if (wanted(entry.FullName))
                    {
                        files.Add(new ListedFile(entry.FullName, FilePaths.Relative(root, entry.FullName), FilePaths.LengthOrZero(entry.FullName)));
                    }
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                problems.Add($"The folder {folder.FullName} cannot be listed: {FileFailures.Describe(e)}");
            }
        }

        files.Sort((left, right) => string.CompareOrdinal(left.RelativePath, right.RelativePath));
        return new FolderListing(files, problems);
    }

    private static bool IsHidden(FileSystemInfo entry) => entry.Name.StartsWith('.') || entry.Attributes.HasFlag(FileAttributes.Hidden);
}
