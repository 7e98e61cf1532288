using Lucene.Net.Store;
using QnA.Lucene.Index;

namespace QnA.Lucene.Tests.Index;

public sealed class MappedDirectoryTests : IDisposable
{
    private readonly string _path = System.IO.Directory.CreateTempSubdirectory("qna-mapped-").FullName;

    public void Dispose()
    {
        // Windows deletes no file that is still mapped.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        System.IO.Directory.Delete(_path, recursive: true);
    }

    [Fact]
    public void OpenInput_WhatWasWritten_ReadsItBack()
    {
        using var directory = new MappedDirectory(_path);
        byte[] bytes = [9, 8, 7];
        long[] numbers = [0, 1, 127, 128, 16_383, 16_384, int.MaxValue, (1L << 35) + 5, long.MaxValue];
        using (var output = directory.CreateOutput("f", IOContext.DEFAULT))
        {
            output.WriteByte(200);
            output.WriteInt16(-2);
            output.WriteInt32(-3_000_000);
            output.WriteInt64(-4_000_000_000);
            output.WriteVInt32(-1);
            Array.ForEach(numbers, output.WriteVInt64);
            output.WriteString("Zażółć 😀");
            output.WriteBytes(bytes, 0, 3);
        }

        using var input = directory.OpenInput("f", IOContext.DEFAULT);
        Assert.Equal(200, input.ReadByte());
        Assert.Equal(-2, input.ReadInt16());
        Assert.Equal(-3_000_000, input.ReadInt32());
        Assert.Equal(-4_000_000_000, input.ReadInt64());
        Assert.Equal(-1, input.ReadVInt32());
        Assert.Equal(numbers, numbers.Select(_ => input.ReadVInt64()).ToArray());
        Assert.Equal("Zażółć 😀", input.ReadString());
        var read = new byte[5];
        input.ReadBytes(read, 1, 3);
        Assert.Equal([0, 9, 8, 7, 0], read);
        Assert.Equal(input.Length, input.Position);
    }

    [Fact]
    public void Clone_ReadOn_LeavesTheOriginalWhereItIs()
    {
        using var directory = Written(1, 2, 3, 4);
        using var input = directory.OpenInput("f", IOContext.DEFAULT);
        input.ReadByte();

        using var clone = (IndexInput)input.Clone();

        Assert.Equal(1, clone.Position);
        Assert.Equal(2, clone.ReadByte());
        Assert.Equal(1, input.Position);
    }

    [Fact]
    public void OpenSlice_PartOfAFile_ReadsNothingElse()
    {
        using var directory = Written(1, 2, 3, 4);
        using var slicer = directory.CreateSlicer("f", IOContext.DEFAULT);
        using var slice = slicer.OpenSlice("middle", 1, 2);

        Assert.Equal(2, slice.Length);
        Assert.Equal([2, 3], [slice.ReadByte(), slice.ReadByte()]);
        Assert.Throws<EndOfStreamException>(() => slice.ReadByte());
        Assert.Throws<EndOfStreamException>(() => slice.Seek(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => slicer.OpenSlice("beyond", 3, 2));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    [InlineData(long.MaxValue)]
    public void Seek_OutsideTheFile_ThrowsAndStaysWhereItWas(long position)
    {
        using var directory = Written(1, 2, 3, 4);
        using var input = directory.OpenInput("f", IOContext.DEFAULT);
        input.Seek(2);

        Assert.Throws<EndOfStreamException>(() => input.Seek(position));

        Assert.Equal(3, input.ReadByte());
    }

    [Fact]
    public void Read_PastTheEnd_NamesTheFile()
    {
        using var directory = Written(1, 2, 3);
        using var input = directory.OpenInput("f", IOContext.DEFAULT);

        var error = Assert.Throws<EndOfStreamException>(() => input.ReadInt32());
        Assert.Contains(Path.Combine(_path, "f"), error.Message, StringComparison.Ordinal);
        Assert.Throws<EndOfStreamException>(() => input.ReadBytes(new byte[4], 0, 4));
        Assert.Throws<EndOfStreamException>(() => input.SkipBytes(4));
        Assert.Equal(1, input.ReadByte());
    }

    [Fact]
    public void ReadVInt_WithoutAnEnd_Throws()
    {
        using var directory = Written([.. Enumerable.Repeat((byte)0xFF, 20)]);
        using var input = directory.OpenInput("f", IOContext.DEFAULT);

        Assert.Throws<IOException>(() => input.ReadVInt32());
        input.Seek(0);
        Assert.Throws<IOException>(() => input.ReadVInt64());
    }

    [Fact]
    public void OpenInput_EmptyOrMissingFile_IsEmptyOrThrows()
    {
        using var directory = Written();
        using var input = directory.OpenInput("f", IOContext.DEFAULT);

        Assert.Equal(0, input.Length);
        Assert.Throws<EndOfStreamException>(() => input.ReadByte());
        Assert.Throws<FileNotFoundException>(() => directory.OpenInput("none", IOContext.DEFAULT));
    }

    [Fact]
    public void Clone_OfADisposedInputOfADeletedFile_StillReads()
    {
        using var directory = Written(1, 2, 3);
        IndexInput clone;
        using (var input = directory.OpenInput("f", IOContext.DEFAULT))
        {
            clone = (IndexInput)input.Clone();
        }

        directory.DeleteFile("f");
        GC.Collect();
        GC.WaitForPendingFinalizers();

        Assert.Equal(1, clone.ReadByte());
    }

    private MappedDirectory Written(params byte[] bytes)
    {
        var directory = new MappedDirectory(_path);
        using var output = directory.CreateOutput("f", IOContext.DEFAULT);
        output.WriteBytes(bytes, 0, bytes.Length);
        return directory;
    }
}
