using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;
using QnA.Core.Ingestion;
using QnA.Sources.Files;

namespace QnA.Sources.Tests.Files.JsonLines;

public sealed class JsonLinesFileReaderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ReadAsync_EveryField_IsTaken()
    {
        var path = _folder.Write("a.jsonl", """
            {"meta": {"n": [1, {"id": "no"}]}, "id": "a1", "title": " The\nbridge ", "url": "https://example.org/a?b=c", "published": "2024-05", "language": "pt_BR", "author": "Ann Lee", "tags": ["road", "", "road", "sea"], "text": "Line one.\r\nLine two. "}
            """);

        var article = await Reading.ReadOneAsync(path);

        Assert.Equal("a1", article.Id);
        Assert.Equal("The bridge", article.Title);
        Assert.Equal("https://example.org/a?b=c", article.Url);
        Assert.Equal("2024-05", article.Published.ToString());
        Assert.Equal("pt-BR", article.Language);
        Assert.Equal("Ann Lee", article.Author);
        Assert.Equal(["road", "sea"], article.Tags);
        Assert.Equal("Line one.\r\nLine two. ", article.Text.Value);
        Assert.Equal(path, article.Location);
    }

    [Fact]
    public async Task ReadAsync_OnlyIdAndText_IsEnough()
    {
        var article = await Reading.ReadOneAsync(_folder.Write("a.jsonl", """{"id":"a1","text":"Text.","title":null,"tags":null}"""));

        Assert.Equal("a1", article.Title);
        Assert.Null(article.Published);
    }

    [Fact]
    public async Task ReadAsync_ExportedLine_IsTakenExactlyAndBelongsWhereItDid()
    {
        const string Line = """
            {"id":"a1","title":" Two  spaces ","language":"x_y","author":"A\tB","tags":["",  "t","t"],"qna":{"source":"/old","location":"/old/a.pdf","pageStarts":[0,4],"more":{}},"text":"One. Two."}
            """;

        var restored = await Reading.ReadOneAsync(_folder.Write("a.jsonl", Line));
        var inFolder = Assert.Single((await Reading.Source(_folder.Path).ReadAllAsync()).Articles());

        Assert.Equal((" Two  spaces ", "x_y", "A\tB"), (restored.Title, restored.Language, restored.Author));
        Assert.Equal(["", "t", "t"], restored.Tags);
        Assert.Equal([0, 4], restored.PageStarts);
        Assert.Equal(("/old", "/old/a.pdf"), (restored.Source, restored.Location));
        Assert.Equal((_folder.Path, Path.Combine(_folder.Path, "a.jsonl")), (inFolder.Source, inFolder.Location));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("{\"location\": 1}")]
    [InlineData("{\"pageStarts\": [0, 1.5]}")]
    [InlineData("{\"pageStarts\": [0, 99]}")]
    [InlineData("{\"pageStarts\": {}}")]
    public async Task ReadAsync_ExportedLineThatIsWrong_NamesTheField(string stored)
    {
        var failure = await Reading.FailOneAsync(_folder.Write("a.jsonl", $"{{\"id\":\"a1\",\"qna\":{stored},\"text\":\"One.\"}}"));

        Assert.Contains("'qna'", failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_MarkBlankLinesAndCrlf_AreNotArticles()
    {
        var path = _folder.Write("a.jsonl", "\uFEFF{\"id\":\"1\",\"text\":\"One.\"}\r\n\r\n  \n{\"id\":\"2\",\"text\":\"Two.\"}\r\n\n");

        var items = await Reading.Source(path).ReadAllAsync();

        Assert.Equal([(1, "1"), (4, "2")], items.Cast<ReadArticle>().Select(item => (item.Line!.Value, item.Article.Id)));
    }

    [Fact]
    public async Task ReadAsync_LastLineWithoutAnEnd_IsRead()
    {
        var path = _folder.Write("a.jsonl", "{\"id\":\"1\",\"text\":\"One.\"}\n{\"id\":\"2\",\"text\":\"Two.\"}");

        Assert.Equal(["1", "2"], (await Reading.Source(path).ReadAllAsync()).Articles().Select(article => article.Id));
    }

    [Theory]
    [InlineData("{\"id\": \"x\", \"text\": ", "not valid JSON at byte 21")]
    [InlineData("{\"id\": \"x\", \"text\": \"One.\"} {\"id\": \"y\", \"text\": \"Two.\"}", "not valid JSON at byte 29")]
    [InlineData("[{\"id\": \"x\"}]", "The line is a list. Each line must be one JSON object")]
    [InlineData("\"text\"", "The line is a string.")]
    [InlineData("{\"text\": \"One.\"}", "The field 'id' is missing or empty")]
    [InlineData("{\"id\": \" \", \"text\": \"One.\"}", "The field 'id' is missing or empty")]
    [InlineData("{\"id\": 7, \"text\": \"One.\"}", "The field 'id' is a number; expected a string")]
    [InlineData("{\"id\": \"x\"}", "The field 'text' of the article 'x' is missing or empty")]
    [InlineData("{\"id\": \"x\", \"text\": \" \\n\"}", "The field 'text' of the article 'x' is missing or empty")]
    [InlineData("{\"id\": \"x\", \"text\": [\"One.\"]}", "The field 'text' is a list; expected a string")]
    [InlineData("{\"id\": \"x\", \"text\": \"One.\", \"title\": {}}", "The field 'title' is an object")]
    [InlineData("{\"id\": \"x\", \"text\": \"One.\", \"published\": \"5 May\"}", "The field 'published' is '5 May'; expected a date")]
    [InlineData("{\"id\": \"x\", \"text\": \"One.\", \"url\": \"/a\"}", "The field 'url' is '/a'; expected an absolute address")]
    [InlineData("{\"id\": \"x\", \"text\": \"One.\", \"url\": \"javascript:alert(1)\"}", "The field 'url'")]
    [InlineData("{\"id\": \"x\", \"text\": \"One.\", \"language\": \"English\"}", "The field 'language' is 'English'; expected a language tag")]
    [InlineData("{\"id\": \"x\", \"text\": \"One.\", \"tags\": \"a\"}", "The field 'tags' is a string; expected a list")]
    [InlineData("{\"id\": \"x\", \"text\": \"One.\", \"tags\": [1]}", "The list 'tags' holds a number")]
    [InlineData("{\"id\": \"x\", \"text\": \"One \\uD83D two\"}", "The field 'text' holds half of a surrogate pair")]
    public async Task ReadAsync_WrongLineInTheMiddle_FailsAloneWithFileLineAndReason(string line, string reason)
    {
        var path = _folder.Write("a.jsonl", $$"""
            {"id": "first", "text": "First."}
            {{line}}
            {"id": "last", "text": "Last."}
            """);

        var items = await Reading.Source(path).ReadAllAsync();

        var failure = Assert.Single(items.Failures());
        Assert.Equal(path, failure.Location);
        Assert.Equal(2, failure.Line);
        Assert.Contains(reason, failure.Reason, StringComparison.Ordinal);
        Assert.Equal(["first", "last"], items.Articles().Select(article => article.Id));
        Assert.Equal(new FileInfo(path).Length, items.Sum(item => item.Bytes));
    }

    [Fact]
    public async Task ReadAsync_InvalidUtf8InOneLine_FailsThatLineAlone()
    {
        byte[] bytes = [.. "{\"id\":\"1\",\"text\":\"caf"u8, 0xE9, .. "\"}\n{\"id\":\"2\",\"text\":\"Two.\"}\n"u8];

        var items = await Reading.Source(_folder.Write("a.jsonl", bytes)).ReadAllAsync();

        Assert.Contains("UTF-8", Assert.Single(items.Failures()).Reason, StringComparison.Ordinal);
        Assert.Equal("2", Assert.Single(items.Articles()).Id);
    }

    [Fact]
    public async Task ReadAsync_Utf16File_SaysSo()
    {
        var path = _folder.Write("a.jsonl", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("{\"id\":\"1\",\"text\":\"One.\"}")).ToArray());

        Assert.Contains("UTF-16", (await Reading.FailOneAsync(path)).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1_000_000)]
    [InlineData(3000)]
    public async Task ReadAsync_LineOverTheLimit_FailsAloneAndNamesTheSetting(int length)
    {
        var path = _folder.Write("a.jsonl", $$"""
            {"id": "first", "text": "First."}
            {"id": "long", "text": "{{new string('x', length)}}"}
            {"id": "last", "text": "Last."}
            """);

        var items = await Reading.Source(path, new ArticleFileOptions { MaxFileBytes = 2000 }).ReadAllAsync();

        var failure = Assert.Single(items.Failures());
        Assert.Equal(2, failure.Line);
        Assert.StartsWith("The line has", failure.Reason, StringComparison.Ordinal);
        Assert.Contains("Articles:MaxFileBytes", failure.Reason, StringComparison.Ordinal);
        Assert.Equal(["first", "last"], items.Articles().Select(article => article.Id));
        Assert.Equal(new FileInfo(path).Length, items.Sum(item => item.Bytes));
    }

    [Fact]
    public async Task ReadAsync_FileLargerThanTheLimit_IsReadWhereItsLinesAreNot()
    {
        var path = _folder.Write("a.jsonl", string.Concat(Enumerable.Range(0, 300).Select(i => $"{{\"id\":\"{i}\",\"text\":\"Text {i}.\"}}\n")));

        Assert.Equal(300, (await Reading.Source(path, new ArticleFileOptions { MaxFileBytes = 1024 }).ReadAllAsync()).Articles().Count());
    }

    [Fact]
    public async Task ReadAsync_ArbitraryText_IsTakenExactly()
    {
        var anyCharacter = Gen.OneOf(Gen.Char, Gen.Char["\r\n\0\u0301\u200D\uFEFF\u2028İß\"\\"]);
        var validText = Gen.OneOf(
                anyCharacter.Where(character => !char.IsSurrogate(character)).Select(character => character.ToString()),
                Gen.Int[0x10000, 0x10FFFF].Select(char.ConvertFromUtf32))
            .Array[1, 40].Select(string.Concat).Where(text => !string.IsNullOrWhiteSpace(text));
        var json = Gen.Bool.Select(relaxed => relaxed ? JavaScriptEncoder.UnsafeRelaxedJsonEscaping : JavaScriptEncoder.Default);

        await Gen.Select(validText.Array[1, 8], json).SampleAsync(
            async (texts, encoder) =>
            {
                var options = new JsonSerializerOptions { Encoder = encoder };
                var lines = texts.Select((text, i) => JsonSerializer.Serialize(new { id = $"{i}", text }, options) + "\n");
                var source = Reading.Source(_folder.Write("a.jsonl", string.Concat(lines)));

                var read = (await source.ReadAllAsync()).Articles().Select(article => article.Text.Value);

                Assert.Equal(texts, read);
            },
            iter: 200,
            threads: 1);
    }
}
