using QnA.Sources.Files;
using QnA.Sources.Files.Limits;

namespace QnA.Sources.Tests.Files;

public sealed class FolderListerTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void List_LinksInACircle_EndsAndListsEachFileOnce()
    {
        _folder.Write("a/one.txt", "One.");
        _folder.Write("b/two.txt", "Two.");
        Directory.CreateSymbolicLink(_folder.PathOf("a/up"), _folder.Path);
        Directory.CreateSymbolicLink(_folder.PathOf("a/side"), _folder.PathOf("b"));
        Directory.CreateSymbolicLink(_folder.PathOf("b/side"), _folder.PathOf("a"));

        Assert.Equal(["a/one.txt", "b/two.txt"], List().Files.Select(file => file.RelativePath));
    }

    [Fact]
    public void List_LinkToAFolderElsewhere_IsFollowed()
    {
        using var elsewhere = new TempFolder("elsewhere");
        elsewhere.Write("x/one.txt", "One.");
        Directory.CreateSymbolicLink(_folder.PathOf("b"), elsewhere.Path);
        Directory.CreateSymbolicLink(_folder.PathOf("a"), elsewhere.Path);

        Assert.Equal(["a/x/one.txt"], List().Files.Select(file => file.RelativePath));
    }

    [Fact]
    public void List_LinkToAFile_HasItsLength()
    {
        using var elsewhere = new TempFolder("elsewhere");
        File.CreateSymbolicLink(_folder.PathOf("a.txt"), elsewhere.Write("one.txt", new string('a', 3000)));

        Assert.Equal(3000, Assert.Single(List().Files).Length);
    }

    [Fact]
    public void List_LinkToNothing_IsListedSoThatReadingReportsIt()
    {
        File.CreateSymbolicLink(_folder.PathOf("a.txt"), _folder.PathOf("missing.txt"));

        Assert.Equal(0, Assert.Single(List().Files).Length);
    }

    [Fact]
    public async Task ReadAsync_FolderThatCannotBeListed_IsAFailureOfTheWholeSourceAndTheRestIsRead()
    {
        _folder.Write("a/one.txt", "One.");
        _folder.Write("b/two.txt", "Two.");
        var lister = new FolderLister(folder => folder.Name == "a" ? throw new UnauthorizedAccessException() : folder.EnumerateFileSystemInfos());
        var source = new FileArticleSource(_folder.Path, new ArticleFileReaders(Reading.Readers()), new ArticleFileOptions(), new DocumentWorkers(TimeProvider.System), lister);

        var items = await source.ReadAllAsync();

        var failure = Assert.Single(items.Failures());
        Assert.Null(failure.Location);
        Assert.Contains(_folder.PathOf("a"), failure.Reason, StringComparison.Ordinal);
        Assert.Equal("articles/b/two.txt", Assert.Single(items.Articles()).Id);
    }

    [Fact]
    public void List_Cancelled_Throws()
    {
        _folder.Write("a.txt", "One.");

        Assert.Throws<OperationCanceledException>(() => new FolderLister().List(_folder.Path, _ => true, new CancellationToken(canceled: true)));
    }

    private FolderListing List() => new FolderLister().List(_folder.Path, _ => true, TestContext.Current.CancellationToken);
}
