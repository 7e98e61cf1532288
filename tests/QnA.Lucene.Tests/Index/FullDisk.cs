using Lucene.Net.Store;

namespace QnA.Lucene.Tests.Index;

/// <summary>A directory on a disk that is full after some bytes.</summary>
internal sealed class FullDisk(global::Lucene.Net.Store.Directory files, long bytesLeft) : FilterDirectory(files)
{
    private long _bytesLeft = bytesLeft;

    public override IndexOutput CreateOutput(string name, IOContext context) => new Output(this, base.CreateOutput(name, context));

    private void Take(long bytes)
    {
        if (Interlocked.Add(ref _bytesLeft, -bytes) < 0)
        {
            throw new IOException("No space left on device");
        }
    }

    private sealed class Output(FullDisk disk, IndexOutput output) : IndexOutput
    {
        public override long Checksum => output.Checksum;

        public override long Length
        {
            get => output.Length;
            set => output.Length = value;
        }

        public override void Flush() => output.Flush();

        public override long Position => output.Position;

        [Obsolete("Required by the base class.")]
        public override void Seek(long pos) => output.Seek(pos);

        public override void WriteByte(byte b)
        {
            disk.Take(1);
            output.WriteByte(b);
        }

        public override void WriteBytes(byte[] b, int offset, int length)
        {
            disk.Take(length);
            output.WriteBytes(b, offset, length);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                output.Dispose();
            }
        }
    }
}
