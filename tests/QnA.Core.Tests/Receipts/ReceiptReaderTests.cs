using System.Text;
using QnA.Core.Answers;
using QnA.Core.Receipts;

namespace QnA.Core.Tests.Receipts;

public class ReceiptReaderTests
{
    private static readonly Receipt First = Sample.Receipt(Sample.Bridge, "The bridge opened in May.");
    private static readonly Receipt Second = Receipt.From(Sample.NotFound(NotFoundReason.NoMatch(["tunnel"])), "q2");

    public static TheoryData<string> FilesOfTwo() =>
    [
        $"{First.ToJson()}\n{Second.ToJson()}\n",
        $"{First.ToJson()}\r\n\r\n{Second.ToJson()}",
        $"\uFEFF{First.ToJson()}\n{Second.ToJson()}",
        $"[{First.ToJson()},{Second.ToJson()}]",
        $"[\n  {First.ToJson(indented: true)},\n  {Second.ToJson(indented: true)}\n]\n",
        $"{First.ToJson(indented: true)}\n{Second.ToJson(indented: true)}\n",
        $"{First.ToJson(indented: true)}{Second.ToJson(indented: true)}",
    ];

    [Theory]
    [MemberData(nameof(FilesOfTwo))]
    public void ReadAsync_AnyForm_GivesEveryReceipt(string file)
    {
        var receipts = Read(file).Select(item => Assert.IsType<ReadReceipt>(item).Receipt);

        Assert.Equal([First.ToJson(), Second.ToJson()], receipts.Select(receipt => receipt.ToJson()));
    }

    [Theory]
    [MemberData(nameof(FilesOfTwo))]
    public void ReadAsync_OneByteAtATime_GivesTheSame(string file)
    {
        using var slow = new OneByteStream(Encoding.UTF8.GetBytes(file));

        Assert.Equal([First.ToJson(), Second.ToJson()], Read(slow).Select(item => Assert.IsType<ReadReceipt>(item).Receipt.ToJson()));
    }

    [Fact]
    public void ReadAsync_SecondReceipt_HasItsLine() =>
        Assert.Equal([1, 3], Read($"{First.ToJson()}\n\n{Second.ToJson()}").Select(item => item.Line));

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n")]
    [InlineData("[]")]
    [InlineData("\uFEFF")]
    public void ReadAsync_NothingInIt_GivesNothing(string file) => Assert.Empty(Read(file));

    [Fact]
    public void ReadAsync_UnknownProperties_AreIgnored()
    {
        var json = First.ToJson()
            .Replace("{\"id\"", "{\"later\":{\"a\":[1,\"}\",null]},\"id\"", StringComparison.Ordinal)
            .Replace("{\"number\"", "{\"colour\":\"red\",\"number\"", StringComparison.Ordinal);

        Assert.Equal(First.ToJson(), Assert.IsType<ReadReceipt>(Assert.Single(Read(json))).Receipt.ToJson());
    }

    [Theory]
    [InlineData("\"start\":0,", "", "citations[0] lacks 'start'.")]
    [InlineData("\"start\":0", "\"start\":\"0\"", "citations[0].start")]
    [InlineData("\"start\":0", "\"start\":0.5", "citations[0].start")]
    [InlineData("\"start\":0", "\"start\":99999999999", "citations[0].start")]
    [InlineData("\"start\":0", "\"start\":null", "citations[0].start")]
    [InlineData("\"start\":0", "\"start\":1,\"start\":0", "start")]
    [InlineData("\"articleId\":\"a\",\"start\":0,\"end\":25", "\"articleId\":null,\"start\":0,\"end\":25", "citations[0].articleId")]
    [InlineData("\"quote\":", "\"words\":", "quote")]
    [InlineData("\"sha256\":", "\"hash\":", "sha256")]
    [InlineData("\"version\":", "\"ver\":", "version")]
    [InlineData("\"citations\":[{", "\"citations\":[null,{", "null")]
    [InlineData("\"citations\":", "\"quotes\":", "The receipt lacks 'citations'.")]
    [InlineData("\"status\":\"answered\"", "\"status\":\"fine\"", "status is not")]
    [InlineData("\"status\":\"answered\"", "\"status\":0", "status is not")]
    public void ReadAsync_FieldMissingOrIllTyped_IsAnErrorOfThatReceiptOnly(string good, string bad, string named)
    {
        var broken = First.ToJson().Replace(good, bad, StringComparison.Ordinal);
        Assert.NotEqual(First.ToJson(), broken);

        var items = Read($"{First.ToJson()}\n{broken}\n{Second.ToJson()}\n");

        Assert.Equal([typeof(ReadReceipt), typeof(UnreadableReceipt), typeof(ReadReceipt)], items.Select(item => item.GetType()));
        var error = (UnreadableReceipt)items[1];
        Assert.Equal(2, error.Line);
        Assert.Contains(named, error.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", error.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("QnA.Core", error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadAsync_IllTypedInIndentedReceipt_NamesLineAndByteOfTheFile()
    {
        var broken = First.ToJson(indented: true).Replace("\"start\": 0,", "\"start\": true,", StringComparison.Ordinal);
        var lines = $"{Second.ToJson()}\n{broken}".Split('\n');

        var error = Assert.IsType<UnreadableReceipt>(Read(string.Join('\n', lines))[1]);

        Assert.Contains("\"start\": true", lines[error.Line - 1], StringComparison.Ordinal);
        Assert.InRange(error.Position, lines[error.Line - 1].IndexOf("true", StringComparison.Ordinal), lines[error.Line - 1].Length);
        Assert.StartsWith($"{error.Line}:{error.Position}: ", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"id\":\"q1")]
    [InlineData("{\"id\":[1,2}")]
    [InlineData("{\"id\":1}}")]
    [InlineData("{\"id\":{\"a\":1}")]
    [InlineData("\"a string\"")]
    [InlineData("null")]
    [InlineData("12")]
    [InlineData("{'id':1}")]
    [InlineData("{]")]
    [InlineData("]")]
    [InlineData(",")]
    public void ReadAsync_BrokenLine_IsAnErrorAndTheNextLineIsRead(string line)
    {
        var items = Read($"{First.ToJson()}\n{line}\n{Second.ToJson()}\n");

        Assert.Equal(First.ToJson(), ((ReadReceipt)items[0]).Receipt.ToJson());
        Assert.Equal(Second.ToJson(), ((ReadReceipt)items[^1]).Receipt.ToJson());
        Assert.All(items.Skip(1).SkipLast(1), item => Assert.Equal(2, Assert.IsType<UnreadableReceipt>(item).Line));
        Assert.True(items.Count > 2);
    }

    [Fact]
    public void ReadAsync_NoJson_SaysWhatIsWrongWithIt() =>
        Assert.Equal(
            "1:2: This is not JSON: ']' is an invalid start of a property name. Expected a '\"'.",
            Assert.Single(Read("{]")).ToString());

    [Fact]
    public void ReadAsync_FileIsCutOff_SaysSo()
    {
        var whole = $"[{First.ToJson()},\n{Second.ToJson()}]";

        var inReceipt = Read(whole[..^50]);
        var inList = Read(whole[..^1]);

        Assert.Contains("cut off", Assert.IsType<UnreadableReceipt>(inReceipt[1]).Reason, StringComparison.Ordinal);
        Assert.Equal(2, inReceipt[1].Line);
        Assert.Contains("cut off", Assert.IsType<UnreadableReceipt>(inList[2]).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadAsync_Utf16_SaysWhatToDo()
    {
        byte[] file = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(First.ToJson())];

        Assert.Contains("UTF-8", Assert.IsType<UnreadableReceipt>(Assert.Single(Read(file))).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadAsync_InvalidUtf8InAString_IsAnErrorOfThatReceiptOnly()
    {
        var line = Encoding.UTF8.GetBytes(First.ToJson());
        line[Array.IndexOf(line, (byte)'M')] = 0xFF;

        var items = Read([.. line, (byte)'\n', .. Encoding.UTF8.GetBytes(Second.ToJson())]);

        Assert.IsType<UnreadableReceipt>(items[0]);
        Assert.IsType<ReadReceipt>(items[1]);
    }

    [Fact]
    public void ReadAsync_ReceiptTooLong_IsAnErrorAndTheNextIsRead()
    {
        var tooLong = First with { Text = new string('a', ReceiptReader.MaxReceiptBytes) };

        var items = Read($"{tooLong.ToJson()}\n{Second.ToJson()}");

        Assert.Contains("4 MiB", Assert.IsType<UnreadableReceipt>(items[0]).Reason, StringComparison.Ordinal);
        Assert.Equal(2, Assert.IsType<ReadReceipt>(items[1]).Line);
    }

    [Fact]
    public async Task ReadAsync_Cancelled_Stops()
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(First.ToJson()));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var item in ReceiptReader.ReadAsync(file, new CancellationToken(canceled: true)))
            {
                Assert.Fail($"{item} was read.");
            }
        });
    }

    internal static List<ReceiptItem> Read(string file) => Read(Encoding.UTF8.GetBytes(file));

    internal static List<ReceiptItem> Read(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return Read(stream);
    }

    private static List<ReceiptItem> Read(Stream stream) =>
        ReceiptReader.ReadAsync(stream, TestContext.Current.CancellationToken).ToBlockingEnumerable(TestContext.Current.CancellationToken).ToList();

    private sealed class OneByteStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(1, buffer.Length)], cancellationToken);
    }
}
