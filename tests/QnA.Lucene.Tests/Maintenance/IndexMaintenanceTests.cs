using QnA.Core.Articles;
using QnA.Core.Ingestion;
using QnA.Lucene.Index;
using QnA.Lucene.Maintenance;
using QnA.Lucene.Tests.Index;

namespace QnA.Lucene.Tests.Maintenance;

public sealed class IndexMaintenanceTests : IDisposable
{
    private readonly IndexFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task CheckAsync_SoundIndexWithReplacedArticles_FindsNothing()
    {
        using var store = _folder.Open();
        await IndexFolder.PutAsync(store, [.. Enumerable.Range(0, 50).Select(i => Ship(i))]);
        await IndexFolder.PutAsync(store, Ship(3), Ship(4, "It was sold. It was bought again.\n\nIt sank."));

        var report = await new IndexMaintenance(store).CheckAsync(null, Cancellation);

        Assert.True(report.IsSound, string.Join("\n", report.Problems));
        Assert.Equal(50, report.Articles);
        Assert.Equal((await store.GetStatisticsAsync(Cancellation)).Passages, report.Passages);
    }

    [Fact]
    public async Task CheckAsync_ArticlesOfManyPassagesThatShareSentences_FindsNothing()
    {
        using var store = _folder.Open();
        await IndexFolder.PutAsync(store, Ship(1, string.Join(' ', Enumerable.Range(1, 30).Select(harbour => $"The crew took water and bread in harbour {harbour} of the coast."))));

        var report = await new IndexMaintenance(store).CheckAsync(null, Cancellation);

        Assert.True(report.IsSound, string.Join("\n", report.Problems));
        Assert.True(report.Passages > 3);
    }

    [Fact]
    public async Task CheckAsync_NoIndex_SaysHowToMakeOne()
    {
        using var store = _folder.Open();

        var failure = await Assert.ThrowsAsync<ArticleStoreException>(() => new IndexMaintenance(store).CheckAsync(null, Cancellation));

        Assert.Contains("qna ingest", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckAsync_AnyByteFlipped_IsToldAndMendedByRepairAndIngestion()
    {
        using (var store = _folder.Open())
        {
            await IndexFolder.PutAsync(store, [.. Enumerable.Range(0, 20).Select(i => Ship(i))]);
            await IndexFolder.PutAsync(store, [.. Enumerable.Range(20, 20).Select(i => Ship(i))]);
        }

        var random = new Random(7);
        var files = Directory.GetFiles(_folder.Path).Where(file => Path.GetFileName(file).StartsWith('_')).Order(StringComparer.Ordinal).ToList();
        foreach (var file in files)
        {
            var bytes = await File.ReadAllBytesAsync(file, Cancellation);
            var position = random.Next(bytes.Length);
            bytes[position] ^= 0x20;
            using var damaged = new IndexFolder();
            foreach (var other in Directory.GetFiles(_folder.Path))
            {
                File.Copy(other, Path.Combine(damaged.Path, Path.GetFileName(other)));
            }

            await File.WriteAllBytesAsync(Path.Combine(damaged.Path, Path.GetFileName(file)), bytes, Cancellation);
            using var store = damaged.Open();
            var maintenance = new IndexMaintenance(store);

            var report = await maintenance.CheckAsync(null, Cancellation);
            Assert.False(report.IsSound, $"{Path.GetFileName(file)} at {position}");
            var repair = await maintenance.RepairAsync(report, Cancellation);

            // Without what describes a segment nothing can be told of the others either.
            Assert.Equal(file.EndsWith(".si", StringComparison.Ordinal), repair.SetAside is not null);
            await IndexFolder.PutAsync(store, [.. Enumerable.Range(0, 40).Select(i => Ship(i))]);
            var mended = await maintenance.CheckAsync(null, Cancellation);

            Assert.True(mended.IsSound, string.Join("\n", mended.Problems));
            Assert.Equal(40, mended.Articles);
        }

        Assert.NotEmpty(files);
    }

    [Fact]
    public async Task CompactAsync_AfterManyChanges_IsSmallerAndHoldsTheSame()
    {
        using var store = _folder.Open();
        for (var round = 0; round < 5; round++)
        {
            await IndexFolder.PutAsync(store, [.. Enumerable.Range(round * 10, 30).Select(i => Ship(i, $"Round {round}."))]);
        }

        var before = await ReadAllAsync(store);
        var done = await new IndexMaintenance(store).CompactAsync(Cancellation);

        Assert.Equal(1, done.SegmentsAfter);
        Assert.True(done.SegmentsBefore > 1 && done.BytesAfter < done.BytesBefore, done.ToString());
        Assert.Equal(before, await ReadAllAsync(store));
        Assert.True((await new IndexMaintenance(store).CheckAsync(null, Cancellation)).IsSound);
    }

    [Fact]
    public async Task CompactAsync_WhileAnotherWrites_IsRefused()
    {
        using var store = _folder.Open();
        await IndexFolder.PutAsync(store, Ship(1));
        await using var writer = await store.OpenWriterAsync(Cancellation);

        var refused = await Assert.ThrowsAsync<ArticleStoreException>(() => new IndexMaintenance(store).CompactAsync(Cancellation));

        Assert.Contains("being written", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merge_Stopped_LeavesTheIndexAsItWas()
    {
        using var store = _folder.Open();
        await IndexFolder.PutAsync(store, Ship(1), Ship(2));
        await IndexFolder.PutAsync(store, Ship(3));
        var before = await ReadAllAsync(store);
        using var stop = new CancellationTokenSource();
        var writer = (LuceneArticleWriter)await store.OpenWriterAsync(Cancellation);
        await using (writer)
        {
            await stop.CancelAsync();
            Assert.Throws<OperationCanceledException>(() => writer.Merge(stop.Token));
        }

        Assert.Equal(before, await ReadAllAsync(store));
        Assert.Equal(1, (await new IndexMaintenance(store).CompactAsync(Cancellation)).SegmentsAfter);
    }

    private static async Task<List<string>> ReadAllAsync(LuceneArticleStore store)
    {
        var fingerprints = new List<string>();
        await foreach (var article in store.ReadAllAsync(Cancellation))
        {
            fingerprints.Add(article.Id + " " + article.Fingerprint);
        }

        return fingerprints;
    }

    private static Article Ship(int number, string more = "") => new(
        $"ship-{number}", $"The ship number {number} was built in {1900 + number}. It sailed to the islands of the south.\n\nIts crew had {number + 10} sailors. {more}")
    {
        Title = $"Ship {number}",
        Location = $"/ships/{number}.txt",
        Tags = ["ships"],
    };
}
