using Lucene.Net.Store;
using Microsoft.Win32.SafeHandles;

namespace QnA.Search.Index;

/// <summary>Reads a file by asking the system for its bytes, so that what was read stays in the system's memory and not in the process's.</summary>
/// <remarks>
/// For what a question reads seldom and here and there: of a mapped file each such read adds its neighbourhood to the process. One thread at a
/// time; a clone has a position of its own. The file stays open until neither this input nor a clone of it is left.
/// </remarks>
internal sealed class FileIndexInput : BufferedIndexInput
{
    // As much as Lucene compresses into one block of stored fields, so that most articles are read at once.
    private const int Buffer = 16_384;

    private readonly SafeFileHandle _file;

    /// <summary>Opens a file.</summary>
    /// <exception cref="IOException">It is not there or cannot be read.</exception>
    public FileIndexInput(string path)
        : base(path, Buffer)
    {
        _file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.RandomAccess);
        Length = RandomAccess.GetLength(_file);
    }

    /// <inheritdoc/>
    public override long Length { get; }

    /// <inheritdoc/>
    protected override void ReadInternal(byte[] b, int offset, int length)
    {
        var position = Position;
        while (length > 0)
        {
            var read = RandomAccess.Read(_file, b.AsSpan(offset, length), position);
            if (read == 0)
            {
                throw new EndOfStreamException($"{this} ends at byte {Length} and was read to {position + length}; the index is damaged.");
            }

            offset += read;
            position += read;
            length -= read;
        }
    }

    /// <inheritdoc/>
    protected override void SeekInternal(long pos)
    {
        // Each read says where it reads.
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // The handle closes when nothing refers to it.
    }
}
