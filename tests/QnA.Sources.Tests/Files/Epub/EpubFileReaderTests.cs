using QnA.Core.Articles;
using QnA.Core.Ingestion;
using QnA.Documents;

namespace QnA.Sources.Tests.Files.Epub;

public sealed class EpubFileReaderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ReadAsync_Chapters_InReadingOrderWithMetadata()
    {
        var article = await ReadAsync(ArchiveFiles.Epub(
            "<dc:title>The harbour</dc:title><dc:creator>Ann Example</dc:creator><dc:creator>Bob Sample</dc:creator>"
            + "<dc:language>en</dc:language><dc:date>2011-05</dc:date><dc:subject>harbours</dc:subject>",
            [],
            "<h1>One</h1><p>The harbour is old.<a id='x'/> It is deep.</p>",
            "<h1>Two</h1><p>Ships came&#160;late.<a epub:type='noteref' href='#n'>1</a></p>"));

        Assert.Equal("One\n\nThe harbour is old. It is deep.\n\nTwo\n\nShips came\u00A0late.", article.Text.Value);
        Assert.Equal("The harbour", article.Title);
        Assert.Equal("Ann Example, Bob Sample", article.Author);
        Assert.Equal("en", article.Language);
        Assert.Equal("2011-05", article.Published?.ToString());
        Assert.Equal(["harbours"], article.Tags);
    }

    [Theory]
    [InlineData("http://www.w3.org/2001/04/xmlenc#aes256-cbc", true)]
    [InlineData("http://www.idpf.org/2008/embedding", false)]
    public async Task ReadAsync_Encryption_IsAFailureUnlessOfFontsAlone(string algorithm, bool fails)
    {
        var encryption = System.Text.Encoding.UTF8.GetBytes(
            $"<encryption xmlns:e='http://www.w3.org/2001/04/xmlenc#'><e:EncryptedData><e:EncryptionMethod Algorithm='{algorithm}'/></e:EncryptedData></encryption>");
        var path = _folder.Write("a.epub", ArchiveFiles.Epub("", [("META-INF/encryption.xml", encryption)], "<p>The harbour is old.</p>"));

        var item = Assert.Single(await Reading.Source(path).ReadAllAsync());

        if (fails)
        {
            Assert.Contains("DRM", Assert.IsType<FailedArticle>(item).Failure.Reason, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal("The harbour is old.", Assert.IsType<ReadArticle>(item).Article.Text.Value);
        }
    }

    private Task<Article> ReadAsync(byte[] epub) => Reading.ReadOneAsync(_folder.Write("a.epub", epub));
}
