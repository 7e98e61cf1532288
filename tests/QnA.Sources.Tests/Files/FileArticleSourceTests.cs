using QnA.Core.Ingestion;
using QnA.Sources.Files;

namespace QnA.Sources.Tests.Files;

public sealed class FileArticleSourceTests : IDisposable
{
    private readonly TempFolder _folder = new("news");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ReadAsync_NestedFolders_IdsArePathsBelowTheNamedFolderInOrdinalOrder()
    {
        _folder.Write("b.txt", "Later.");
        _folder.Write("2024/a.md", "Early.");
        _folder.Write("2024-x.txt", "Between.");
        _folder.Write("B.TXT", "Capital.");

        var items = await Reading.Source(_folder.Path).ReadAllAsync();

        Assert.Equal(["news/2024-x.txt", "news/2024/a.md", "news/B.TXT", "news/b.txt"], items.Articles().Select(article => article.Id));
        Assert.Equal(_folder.PathOf("2024/a.md"), items.Articles().ElementAt(1).Location);
    }

    [Fact]
    public async Task ReadAsync_OneFile_HasTheIdThatItsFolderGivesIt()
    {
        var path = _folder.Write("a.md", "Text.");
        var nested = _folder.Write("2024/a.md", "Text.");

        var alone = await Reading.ReadOneAsync(path);
        var inFolder = (await Reading.Source(_folder.Path).ReadAllAsync()).Articles().Single(article => article.Location == path);

        Assert.Equal("news/a.md", alone.Id);
        Assert.Equal(inFolder.Fingerprint, alone.Fingerprint);
        Assert.Equal("2024/a.md", (await Reading.ReadOneAsync(nested)).Id);
    }

    [Fact]
    public async Task ReadAsync_DecomposedName_IdIsComposed()
    {
        var path = _folder.Write("cafe\u0301.txt", "Text.");

        Assert.Equal("news/caf\u00E9.txt", (await Reading.ReadOneAsync(path)).Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/../news/.")]
    public void Create_OneFolderWrittenInSeveralWays_OneName(string suffix) =>
        Assert.Equal(_folder.Path, Reading.Source(_folder.Path + suffix).Name);

    [Fact]
    public async Task ReadAsync_EmptyFolder_NoItems() => Assert.Empty(await Reading.Source(_folder.Path).ReadAllAsync());

    [Fact]
    public async Task ReadAsync_HiddenAndUnknownFiles_AreSkipped()
    {
        _folder.Write(".hidden.md", "Hidden.");
        _folder.Write(".git/a.md", "Hidden.");
        _folder.Write("logo.svg", "<svg/>");
        _folder.Write("noextension", "Text.");

        Assert.Empty(await Reading.Source(_folder.Path).ReadAllAsync());
    }

    [Fact]
    public async Task ReadAsync_HiddenFileNamedItself_IsRead() =>
        Assert.Equal("Hidden.", (await Reading.ReadOneAsync(_folder.Write(".hidden.md", "Hidden."))).Text.Value);

    [Fact]
    public async Task ReadAsync_UnknownExtensionNamedItself_SaysWhatIsSupported()
    {
        var failure = await Reading.FailOneAsync(_folder.Write("scan.xyz", "Text."));

        Assert.Null(failure.Location);
        Assert.Contains(".xyz", failure.Reason, StringComparison.Ordinal);
        Assert.Contains(".jsonl, .markdown, .md", failure.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.md")]
    [InlineData("a.jsonl")]
    public async Task ReadAsync_EmptyFile_FailsWithAReason(string name)
    {
        var path = _folder.Write(name, "");

        var failure = await Reading.FailOneAsync(path);

        Assert.Equal(path, failure.Location);
        Assert.Equal("The file is empty.", failure.Reason);
    }

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.md")]
    public async Task ReadAsync_OnlyWhiteSpace_FailsWithAReason(string name) =>
        Assert.Equal("The file has no text.", (await Reading.FailOneAsync(_folder.Write(name, " \r\n\t\n"))).Reason);

    [Fact]
    public async Task ReadAsync_FortyMegabytes_NamesSizeLimitAndSetting()
    {
        var path = _folder.Write("large.txt", new byte[40_000_000]);
        _folder.Write("small.txt", "Text.");

        var items = await Reading.Source(_folder.Path).ReadAllAsync();

        var failure = Assert.Single(items.Failures());
        Assert.Equal(path, failure.Location);
        Assert.Contains("40,000,000", failure.Reason, StringComparison.Ordinal);
        Assert.Contains("16,777,216", failure.Reason, StringComparison.Ordinal);
        Assert.Contains("Articles:MaxFileBytes", failure.Reason, StringComparison.Ordinal);
        Assert.Equal("news/small.txt", Assert.Single(items.Articles()).Id);
    }

    [Fact]
    public async Task ReadAsync_FileAtTheLimit_IsRead()
    {
        var options = new ArticleFileOptions { MaxFileBytes = 2000 };
        var path = _folder.Write("a.txt", new string('a', 2000));

        Assert.Equal(2000, (await Reading.ReadOneAsync(path, options)).Text.Length);
    }

    [Fact]
    public async Task ReadAsync_FileDeletedAfterListing_FailsAndTheRestGoesOn()
    {
        _folder.Write("a.txt", "First.");
        var second = _folder.Write("b.txt", "Second.");
        _folder.Write("c.txt", "Third.");
        var items = new List<SourceItem>();

        await foreach (var item in Reading.Source(_folder.Path).ReadAsync(TestContext.Current.CancellationToken))
        {
            items.Add(item);
            File.Delete(second);
        }

        Assert.Equal(3, items.Count);
        Assert.Equal(new ArticleFailure(_folder.Path, second, Line: null, "It is no longer there."), Assert.Single(items.Failures()));
    }

    [Fact]
    public async Task ReadAsync_UnreadableFile_FailsWithTheReasonAndTheRestGoesOn()
    {
        _folder.Write("a.txt", "First.");
        var second = _folder.Write("b.txt", "Second.");
        _folder.Write("c.txt", "Third.");
        var items = new List<SourceItem>();

        // A folder where a file was is refused by the system as a file without permission is, also for root.
        await foreach (var item in Reading.Source(_folder.Path).ReadAsync(TestContext.Current.CancellationToken))
        {
            items.Add(item);
            if (items.Count == 1)
            {
                File.Delete(second);
                Directory.CreateDirectory(second);
            }
        }

        Assert.Equal(3, items.Count);
        Assert.Equal(second, Assert.Single(items.Failures()).Location);
    }

    [Fact]
    public async Task ReadAsync_ReaderWithADefect_FailsThatFileAlone()
    {
        _folder.Write("a.bad", "Text.");
        _folder.Write("b.txt", "Text.");
        var factory = new ArticleSourceFactory(
            [new DefectiveReader(), .. Reading.Readers()], Microsoft.Extensions.Options.Options.Create(new ArticleFileOptions()));

        var items = await factory.Create(_folder.Path).ReadAllAsync();

        Assert.Contains("InvalidOperationException: Broken.", Assert.Single(items.Failures()).Reason, StringComparison.Ordinal);
        Assert.Single(items.Articles());
    }

    [Fact]
    public void Covers_Folder_EverythingBelowIt()
    {
        var source = Reading.Source(_folder.Path);

        Assert.True(source.Covers(_folder.PathOf("a.md")));
        Assert.True(source.Covers(_folder.PathOf("x/y/z.jsonl")));
        Assert.False(source.Covers(_folder.Path + "2/a.md"));
        Assert.False(source.Covers("https://example.org/news/a.md"));
    }

    [Fact]
    public void Covers_File_ItselfAlone()
    {
        var source = Reading.Source(_folder.Write("a.md", "Text."));

        Assert.True(source.Covers(_folder.PathOf("a.md")));
        Assert.False(source.Covers(_folder.PathOf("b.md")));
    }

    [Fact]
    public void IsGone_FilesElsewhere_OnlyWhereNoneIsLeft()
    {
        var path = _folder.Write("a.md", "Text.");
        using var other = new TempFolder();
        var source = Reading.Source(other.Path);

        Assert.False(source.IsGone(path));
        Assert.True(source.IsGone(_folder.PathOf("b.md")));
        Assert.True(source.IsGone(_folder.PathOf("no/such/folder/b.md")));
        Assert.False(source.IsGone("https://example.org/a.md"));
    }

    private sealed class DefectiveReader : IArticleFileReader
    {
        public IReadOnlyCollection<string> Extensions => [".bad"];

        public IAsyncEnumerable<SourceItem> ReadAsync(FileReadContext file, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("Broken.");
    }
}
