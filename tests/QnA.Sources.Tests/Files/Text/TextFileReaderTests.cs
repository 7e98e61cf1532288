using System.Text;
using CsCheck;

namespace QnA.Sources.Tests.Files.Text;

public sealed class TextFileReaderTests : IDisposable
{
    private const string Portuguese = "A inflação subiu em março. O preço do pão não mudou, disse o ministro às rádios.";
    private const string Russian = "Мост через реку открыли во вторник. Городской совет заявил, что работы закончены раньше срока.";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("utf-8", Portuguese)]
    [InlineData("utf-16", Portuguese)]
    [InlineData("utf-16BE", Portuguese)]
    [InlineData("utf-32", Portuguese)]
    [InlineData("utf-32BE", Russian)]
    [InlineData("utf-16", Russian)]
    public async Task ReadAsync_ByteOrderMark_DecidesAndIsNotText(string name, string text)
    {
        var encoding = Encoding.GetEncoding(name);

        Assert.Equal(text, await ReadAsync([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]));
    }

    [Theory]
    [InlineData("utf-8", Russian)]
    [InlineData("utf-16", Portuguese)]
    [InlineData("utf-16BE", Portuguese)]
    [InlineData("utf-16", Russian)]
    [InlineData("utf-16BE", Russian)]
    [InlineData("iso-8859-1", Portuguese)]
    public async Task ReadAsync_NoMark_EncodingIsFound(string name, string text) =>
        Assert.Equal(text, await ReadAsync(Encoding.GetEncoding(name).GetBytes(text)));

    [Theory]
    [InlineData("windows-1252", "“Caf\u00E9” costs 5 € — she said.")]
    [InlineData("windows-1252", "Der Zug f\u00E4hrt \u00FCber die Br\u00FCcke.")]
    [InlineData("windows-1251", Russian)]
    [InlineData("koi8-r", Russian)]
    [InlineData("shift_jis", "橋は火曜日に開通した。市議会は工事が予定より早く終わったと述べた。")]
    [InlineData("gb18030", "大桥于周二通车。市议会表示，工程提前完成。")]
    public async Task ReadAsync_OlderEncoding_IsFound(string name, string text) =>
        Assert.Equal(text, await ReadAsync(CodePagesEncodingProvider.Instance.GetEncoding(name)!.GetBytes(text)));

    [Fact]
    public async Task ReadAsync_LineEnds_BecomeNewlinesAndNothingElseChanges() =>
        Assert.Equal(" a\nb\nc\n\u0085d\u2028e\u000C caf\u0065\u0301 \n", await ReadAsync(Encoding.UTF8.GetBytes(" a\r\nb\rc\n\u0085d\u2028e\u000C caf\u0065\u0301 \r\n")));

    [Theory]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52 })]
    [InlineData(new byte[] { (byte)'a', (byte)'b', (byte)'c', 0, (byte)'d', (byte)'e' })]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, (byte)'a', 0, (byte)'b' })]
    [InlineData(new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, (byte)'a', (byte)'b' })]
    [InlineData(new byte[] { 0, 0, 0, 0 })]
    public async Task ReadAsync_BinaryFile_FailsWithAReason(byte[] bytes) =>
        Assert.StartsWith("The file is not text", (await Reading.FailOneAsync(_folder.Write("a.txt", bytes))).Reason, StringComparison.Ordinal);

    [Fact]
    public async Task ReadAsync_RandomBytes_AreNotText()
    {
        var bytes = new byte[20_000];
        new Random(7).NextBytes(bytes);
        bytes.AsSpan().Replace((byte)0, (byte)1);

        Assert.StartsWith("The file is not text", (await Reading.FailOneAsync(_folder.Write("a.txt", bytes))).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, (byte)'a', 0xE9, (byte)'b' }, "utf-8")]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'a', 0, (byte)'b' }, "utf-16")]
    [InlineData(new byte[] { 0xFE, 0xFF, 0xD8, 0x00, 0x00, (byte)'b' }, "utf-16BE")]
    public async Task ReadAsync_MarkThatLies_FailsAndNamesTheEncoding(byte[] bytes, string encoding) =>
        Assert.Contains($"not valid {encoding}", (await Reading.FailOneAsync(_folder.Write("a.txt", bytes))).Reason, StringComparison.Ordinal);

    [Fact]
    public async Task ReadAsync_ArbitraryTextInUtf8_IsTakenExactlyButForLineEnds()
    {
        var text = Gen.OneOf(
                Gen.Int[0x20, 0xD7FF].Select(char.ConvertFromUtf32),
                Gen.Int[0xE000, 0x10FFFF].Select(char.ConvertFromUtf32),
                Gen.Char["\r\n\t "].Select(character => character.ToString()))
            .Array[1, 200].Select(string.Concat)
            .Where(value => !string.IsNullOrWhiteSpace(value) && value[0] != '\uFEFF' && value.Count(char.IsControl) == value.Count("\r\n\t".Contains));

        await text.SampleAsync(
            async value =>
            {
                var article = await Reading.ReadOneAsync(_folder.Write("a.txt", value));

                Assert.Equal(value.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'), article.Text.Value);
            },
            iter: 200,
            threads: 1);
    }

    [Fact]
    public async Task ReadAsync_OlderEncoding_IsRead() =>
        Assert.Equal(Russian, await ReadAsync(CodePagesEncodingProvider.Instance.GetEncoding("windows-1251")!.GetBytes(Russian)));

    [Theory]
    [InlineData("Bridge opens early\n\nThe bridge is open.", "Bridge opens early")]
    [InlineData("\n  Will it rain?  \n  \nIt may.", "Will it rain?")]
    [InlineData("The bridge is open.\n\nIt was late.", "My notes")]
    [InlineData("Bridge opens early\nThe bridge is open.", "My notes")]
    [InlineData("Bridge opens early", "My notes")]
    [InlineData("***\n\nThe bridge is open.", "My notes")]
    public async Task ReadAsync_Title_IsAHeadlineOrTheFilesName(string text, string title) =>
        Assert.Equal(title, (await Reading.ReadOneAsync(_folder.Write("my_notes.txt", text))).Title);

    [Fact]
    public async Task ReadAsync_LongFirstLine_IsNoTitle() =>
        Assert.Equal("My notes", (await Reading.ReadOneAsync(_folder.Write("my-notes.txt", new string('a', 121) + "\n\nText."))).Title);

    [Theory]
    [InlineData("2024-05-03_city-council.txt", "2024-05-03 city council")]
    [InlineData("__.txt", "__")]
    [InlineData("città.txt", "Città")]
    public async Task ReadAsync_FileName_IsReadableAsATitle(string name, string title) =>
        Assert.Equal(title, (await Reading.ReadOneAsync(_folder.Write(name, "Text."))).Title);

    private async Task<string> ReadAsync(byte[] bytes) => (await Reading.ReadOneAsync(_folder.Write("a.txt", bytes))).Text.Value;
}
