namespace QnA.Core.Tests.Ingestion;

/// <summary>What an ingestion adds, replaces and removes.</summary>
public sealed class ArticleIngesterTests : ArticleIngesterFixture
{
    [Fact]
    public async Task IngestAsync_EmptyStore_EverythingIsNew()
    {
        var summary = await IngestAsync(Folder().Article("a").Article("b"));

        AssertCounts(summary, added: 2);
        Assert.Equal(2, summary.Passages);
        Assert.True(summary.ChangedAnything);
        Assert.False(summary.Cancelled);
        Assert.Empty(summary.EmptySources);
        Assert.Equal(["a", "b"], Store.Ids);
    }

    [Fact]
    public async Task IngestAsync_SameAgain_WritesNothing()
    {
        await IngestAsync(Folder().Article("a").Article("b"));
        Store.BeforePut = (article, _) => throw new InvalidOperationException($"{article.Id} was written again.");

        var summary = await IngestAsync(Folder().Article("a").Article("b"));

        AssertCounts(summary, unchanged: 2);
        Assert.Equal(0, summary.Passages);
        Assert.False(summary.ChangedAnything);
    }

    [Fact]
    public async Task IngestAsync_OneOfEachKind_CountsEach()
    {
        await IngestAsync(Folder().Article("same").Article("edited").Article("deleted"));

        var summary = await IngestAsync(Folder().Article("same").Article("edited", "Another text.").Article("added").Failure("/news/x.md"));

        AssertCounts(summary, added: 1, changed: 1, unchanged: 1, removed: 1, failed: 1);
        Assert.Equal(["added", "edited", "same"], Store.Ids);
        Assert.Equal("Another text.", await TextOfAsync("edited"));
    }

    [Fact]
    public async Task IngestAsync_ArticlesOfOtherSources_AreLeftAlone()
    {
        await IngestAsync(Folder("/news").Article("a"), Folder("/sports").Article("b"));

        var summary = await IngestAsync(Folder("/sports"));

        AssertCounts(summary, removed: 1);
        Assert.Equal(["a"], Store.Ids);
        Assert.Equal(["/sports"], summary.EmptySources);
    }

    [Fact]
    public async Task IngestAsync_FileIsMovedInItsFolder_IsChangedNotRemoved()
    {
        await IngestAsync(Folder().Article("a", location: "/news/old.md"));

        AssertCounts(await IngestAsync(Folder().Article("a", location: "/news/new.md")), changed: 1);
        Assert.Equal("/news/new.md", (await Store.FindAsync("a", Cancel))?.Location);
    }

    [Fact]
    public async Task IngestAsync_SamePlaceReachedTwice_CountsOnce()
    {
        var summary = await IngestAsync(
            Folder("/news").Article("a").Article("b", line: 3),
            Folder("/news/a.md").Article("a", location: "/news/a.md").Article("b", line: 3, location: "/news/b.md"));

        AssertCounts(summary, added: 2);
    }

    [Fact]
    public async Task IngestAsync_IdUsedTwice_TheFirstStaysAndTheFailureNamesBothPlaces()
    {
        var summary = await IngestAsync(
            Folder("/news").Article("a", "First.", line: 7),
            Folder("/sports").Article("a", "Second."));

        AssertCounts(summary, added: 1, failed: 1);
        Assert.Equal("First.", await TextOfAsync("a"));
        var failure = Assert.Single(summary.Failures);
        Assert.Equal("/sports/a.md", failure.Location);
        Assert.Contains("/news/a.md:7", failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IngestAsync_IdUsedTwiceInOneFile_IsAFailureWithItsLine()
    {
        var summary = await IngestAsync(
            Folder().Article("a", "First.", line: 1, location: "/news/f.jsonl").Article("a", "Second.", line: 2, location: "/news/f.jsonl"));

        AssertCounts(summary, added: 1, failed: 1);
        Assert.StartsWith("/news/f.jsonl:2: ", Assert.Single(summary.Failures).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task IngestAsync_IdBelongsToAnotherPlace_IsAFailureAndTheOwnerStays()
    {
        await IngestAsync(Folder("/news").Article("a", "The owner's."));

        var summary = await IngestAsync(Folder("/sports").Article("a", "The other's."));

        AssertCounts(summary, failed: 1);
        Assert.Contains("/news/a.md", Assert.Single(summary.Failures).Reason, StringComparison.Ordinal);
        Assert.Equal("The owner's.", await TextOfAsync("a"));
    }

    [Fact]
    public async Task IngestAsync_IdOfAPlaceThatIsGone_IsTakenOver()
    {
        await IngestAsync(Folder("/news").Article("a", "The owner's."));
        var sports = Folder("/sports").Article("a", "The other's.");
        sports.Gone = ["/news/a.md"];

        AssertCounts(await IngestAsync(sports), changed: 1);
        Assert.Equal("The other's.", await TextOfAsync("a"));
    }

    [Fact]
    public async Task IngestAsync_ArticleMovedBetweenSourcesOfOneRun_IsNotRemovedByItsOldSource()
    {
        await IngestAsync(Folder("/news").Article("a"), Folder("/sports").Article("b"));
        var sports = Folder("/sports").Article("a").Article("b");
        sports.Gone = ["/news/a.md"];

        AssertCounts(await IngestAsync(sports, Folder("/news").Article("c")), added: 1, changed: 1, unchanged: 1);
        Assert.Equal(["a", "b", "c"], Store.Ids);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    public async Task IngestAsync_ArticleWithoutText_IsAFailureAndTheOldOneStays(string text)
    {
        await IngestAsync(Folder().Article("a", "Before."));

        AssertCounts(await IngestAsync(Folder().Article("a", text)), failed: 1);
        Assert.Equal("Before.", await TextOfAsync("a"));
    }

    [Fact]
    public async Task IngestAsync_NoSources_DoesNothing() => AssertCounts(await IngestAsync());
}
