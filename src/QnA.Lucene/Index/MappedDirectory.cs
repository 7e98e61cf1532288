using Lucene.Net.Store;

namespace QnA.Lucene.Index;

/// <summary>The files of an index, read through memory mappings that no two readers wait for.</summary>
/// <remarks>
/// Lucene.NET's own <see cref="MMapDirectory"/> enters every clone of an input (each term of each question needs some) into a table of weak
/// references: under a lock, so that questions wait for each other, and the tables grow for as long as the index is open. Here a clone
/// is a copy of two pointers. Safe for concurrent use.
/// </remarks>
internal sealed class MappedDirectory : FSDirectory
{
    /// <summary>Opens a folder, which need not exist before something is written.</summary>
    internal MappedDirectory(string path)
        : base(new DirectoryInfo(path))
    {
    }

    /// <summary>Opens a folder in the way that suits the system: Windows deletes no file that is mapped, so there mappings must end at once.</summary>
    public static FSDirectory OpenBest(string path) => OperatingSystem.IsWindows() ? Open(path) : new MappedDirectory(path);

    /// <inheritdoc/>
    public override IndexInput OpenInput(string name, IOContext context)
    {
        EnsureOpen();
        var file = new MappedFile(Path.Combine(Directory.FullName, name));
        return new MappedIndexInput(file, 0, file.Length);
    }

    /// <inheritdoc/>
    public override IndexInputSlicer CreateSlicer(string name, IOContext context)
    {
        EnsureOpen();
        return new Slicer(new MappedFile(Path.Combine(Directory.FullName, name)));
    }

    private sealed class Slicer(MappedFile file) : IndexInputSlicer
    {
        public override IndexInput OpenSlice(string sliceDescription, long offset, long length) => new MappedIndexInput(file, offset, length);

        [Obsolete("Lucene 3 compound files only.")]
        public override IndexInput OpenFullSlice() => OpenSlice("full", 0, file.Length);

        protected override void Dispose(bool disposing)
        {
            // The slices outlive their slicer, and the mapping lives as long as they do.
        }
    }
}
