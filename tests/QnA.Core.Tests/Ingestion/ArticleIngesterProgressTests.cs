using QnA.Core.Ingestion;

namespace QnA.Core.Tests.Ingestion;

/// <summary>When an ingestion commits and what it tells while it runs.</summary>
public sealed class ArticleIngesterProgressTests : ArticleIngesterFixture
{
    [Fact]
    public async Task IngestAsync_RunsForLong_CommitsSeldomer()
    {
        var commits = new List<int>();
        var source = Folder();
        for (var second = 0; second < 100; second++)
        {
            source.Article(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"a{second}")).Do(() =>
            {
                commits.Add(Store.Commits);
                Time.Advance(TimeSpan.FromSeconds(1));
            });
        }

        await IngestAsync(source);

        Assert.Equal([3, 6, 12, 24, 48, 78], Enumerable.Range(1, 6).Select(count => commits.IndexOf(count)));
    }

    [Fact]
    public async Task IngestAsync_TimePasses_CommitsAfterThreeSecondsAndAtTheEnd()
    {
        var commits = new List<int>();

        await IngestAsync(Folder()
            .Article("a").Do(() => Note(TimeSpan.FromSeconds(2.9)))
            .Article("b").Do(() => Note(TimeSpan.FromSeconds(0.1)))
            .Article("c").Do(() => Note(TimeSpan.FromSeconds(2.9)))
            .Article("d").Do(() => Note(TimeSpan.FromSeconds(9)))
            .Article("e").Do(() => Note(TimeSpan.Zero)));

        Assert.Equal([0, 0, 1, 1, 2], commits);
        Assert.Equal(3, Store.Commits);

        void Note(TimeSpan passed)
        {
            commits.Add(Store.Commits);
            Time.Advance(passed);
        }
    }

    [Fact]
    public async Task IngestAsync_Progress_NeverGoesBackAndEndsWithEverything()
    {
        var progress = new RecordedProgress();
        var news = Folder("/news").Article("a").Do(() => Time.Advance(TimeSpan.FromSeconds(1))).Failure("/news/x.md").Article("b");
        var sports = Folder("/sports").Article("c").Do(() => Time.Advance(TimeSpan.FromSeconds(1))).Article("d");
        news.Size = () => 30;
        sports.Size = () => 20;

        await IngestAsync([news, sports], progress, Cancel);

        Assert.All(progress.Reports.Zip(progress.Reports.Skip(1)), pair =>
        {
            Assert.True(pair.First.Articles <= pair.Second.Articles);
            Assert.True(pair.First.Passages <= pair.Second.Passages);
            Assert.True(pair.First.BytesRead <= pair.Second.BytesRead);
            Assert.True(pair.First.Elapsed <= pair.Second.Elapsed);
        });
        Assert.All(progress.Reports, report => Assert.Equal(50, report.BytesTotal));
        Assert.Equal(new IngestionProgress(5, 4, 50, 50, TimeSpan.FromSeconds(2)), progress.Reports[^1]);
    }

    [Fact]
    public async Task IngestAsync_Summary_SaysHowLongItTook()
    {
        var summary = await IngestAsync(Folder().Article("a").Do(() => Time.Advance(TimeSpan.FromSeconds(5))));

        Assert.Equal(TimeSpan.FromSeconds(5), summary.Elapsed);
    }

    [Theory]
    [InlineData(0, 0, 1, null)]
    [InlineData(0, 100, 1, null)]
    [InlineData(50, 0, 1, null)]
    [InlineData(50, 100, 0, null)]
    [InlineData(50, 100, 10, 10.0)]
    [InlineData(25, 100, 10, 30.0)]
    [InlineData(100, 100, 10, 0.0)]
    [InlineData(200, 100, 10, 0.0)]
    public void Left_BytesAndTime_IsEstimatedWhereItCanBe(long read, long total, int elapsed, double? left) =>
        Assert.Equal(
            left is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            new IngestionProgress(1, 1, read, total, TimeSpan.FromSeconds(elapsed)).Left);

    // Progress<T> would hand its reports to other threads in any order.
    private sealed class RecordedProgress : IProgress<IngestionProgress>
    {
        public List<IngestionProgress> Reports { get; } = [];

        public void Report(IngestionProgress value) => Reports.Add(value);
    }
}
