using System.Text;

namespace QnA.Sources.Files;

/// <summary>Paths as this system compares them, and as ids write them.</summary>
internal static class FilePaths
{
    // As many as Linux follows in one path (path_resolution(7)).
    private const int MostLinks = 40;

    /// <summary>Gets how this system compares paths: with case on Linux, without on Windows and macOS.</summary>
    public static StringComparer Comparer { get; } =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>Gets the length of a file, or of the file that a link leads to.</summary>
    /// <exception cref="IOException">There is no such file.</exception>
    public static long LengthOf(string path) => new FileInfo(path) switch
    {
        { LinkTarget: null } file => file.Length,
        var link => ((FileInfo)link.ResolveLinkTarget(returnFinalTarget: true)!).Length,
    };

    /// <summary>Gets the length of a file for progress; 0 where there is none.</summary>
    public static long LengthOrZero(string path)
    {
        try
        {
            return LengthOf(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    /// <summary>Tells whether a path lies below a folder.</summary>
    public static bool IsBelow(string folder, string path)
    {
        var prefix = Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar;
        return path.Length > prefix.Length && Comparer.Equals(path[..prefix.Length], prefix);
    }

    /// <summary>Writes the part of a path below a folder with forward slashes.</summary>
    public static string Relative(string folder, string path) =>
        Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>
    /// Makes the id of a file: the name of a folder and the path below it, with forward slashes, in Unicode NFC (macOS hands out
    /// decomposed names), so that it is the same on every machine.
    /// </summary>
    public static string Id(string folder, string relativePath)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        var id = name.Length == 0 ? relativePath : $"{name}/{relativePath}";
        return id.IsNormalized() ? id : id.Normalize(NormalizationForm.FormC);
    }

    /// <summary>Finds where a folder really is, with no link left in its path.</summary>
    /// <exception cref="IOException">The links lead in a circle.</exception>
    public static string Resolve(string path)
    {
        for (var links = 0; links < MostLinks; links++)
        {
            if (ResolveOutermostLink(path) is not { } resolved)
            {
                return path;
            }

            path = resolved;
        }

        throw new IOException($"The links of {path} lead in a circle.");
    }

    private static string? ResolveOutermostLink(string path)
    {
        for (var end = Path.GetPathRoot(path)!.Length; end < path.Length;)
        {
            var next = path.IndexOf(Path.DirectorySeparatorChar, end);
            var part = next < 0 ? path : path[..next];
            if (Directory.ResolveLinkTarget(part, returnFinalTarget: false) is { } target)
            {
                return Path.GetFullPath(next < 0 ? target.FullName : Path.Join(target.FullName, path[next..]));
            }

            end = part.Length + 1;
        }

        return null;
    }
}
