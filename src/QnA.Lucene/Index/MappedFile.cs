using System.IO.MemoryMappedFiles;

namespace QnA.Lucene.Index;

/// <summary>A file in memory, for as long as something refers to this object.</summary>
/// <remarks>
/// Nothing but the garbage collector ends the mapping: Lucene does not say when the last clone of an input was used, and reading memory that
/// is no longer mapped would end the process. Whoever reads at <see cref="Start"/> keeps this object alive meanwhile. Safe for concurrent use.
/// </remarks>
internal sealed unsafe class MappedFile
{
    // Its handle has the finalizer that unmaps.
    private readonly MemoryMappedViewAccessor? _view;

    /// <summary>Maps a file.</summary>
    /// <exception cref="IOException">It is not there or cannot be read.</exception>
    public MappedFile(string path)
    {
        Path = path;
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Length = RandomAccess.GetLength(handle);
        if (Length == 0)
        {
            return;
        }

        using var mapping = MemoryMappedFile.CreateFromFile(
            handle, mapName: null, capacity: 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        _view = mapping.CreateViewAccessor(0, Length, MemoryMappedFileAccess.Read);
        Start = (byte*)_view.SafeMemoryMappedViewHandle.DangerousGetHandle();
    }

    /// <summary>Gets the full path.</summary>
    public string Path { get; }

    /// <summary>Gets how long the file is, in bytes.</summary>
    public long Length { get; }

    /// <summary>Gets where its first byte is; null for an empty file.</summary>
    public byte* Start { get; }
}
