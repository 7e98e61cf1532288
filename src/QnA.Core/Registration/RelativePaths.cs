namespace QnA.Core.Registration;

/// <summary>Says where relative paths of the settings start.</summary>
/// <param name="start">The full path of a directory.</param>
/// <remarks><c>AddQnA</c> takes the current directory; a host registers its content root in place of it. Immutable.</remarks>
public sealed class RelativePaths(string start)
{
    /// <summary>Makes a path full; one that is full already stays, and so does an empty one, which the check of the settings refuses.</summary>
    public string Resolve(string path) => string.IsNullOrWhiteSpace(path) ? path : Path.GetFullPath(path, start);
}
