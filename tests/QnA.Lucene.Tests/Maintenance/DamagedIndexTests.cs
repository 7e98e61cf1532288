using QnA.Answering.Retrieval;
using QnA.Core.Articles;
using QnA.Core.Ingestion;
using QnA.Core.Questions;
using QnA.Core.Retrieval;
using QnA.Lucene.Index;
using QnA.Lucene.Maintenance;
using QnA.Lucene.Retrieval;
using QnA.Lucene.Tests.Index;

namespace QnA.Lucene.Tests.Maintenance;

/// <summary>Every file of a real index, damaged in every way: nobody sees an exception that does not say what to do, or a quote that no article has.</summary>
public sealed class DamagedIndexTests : IClassFixture<DamagedIndexTests.SoundIndex>
{
    private const string Command = "qna index check --repair";
    private const int Places = 2;

    // Far longer than a reader takes: damage must not make one go round for ever.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private static readonly string[] Questions =
        ["How many sailors did the crew of the ship number 7 have?", "When was ship 12 built?", "Which islands of the south?"];

    private readonly SoundIndex _sound;

    public DamagedIndexTests(SoundIndex sound) => _sound = sound;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("cut")]
    [InlineData("flip")]
    [InlineData("gone")]
    public async Task Reading_AnyFileDamaged_SaysHowToMendItOrReadsWhatWasIngested(string damage)
    {
        foreach (var (file, place) in Cases(damage))
        {
            using var folder = Damage(file, damage, place);
            using var store = folder.Open();
            foreach (var (what, read) in Readers(store))
            {
                await ExpectAsync($"{what} after {damage} of {file} at {place}", read);
            }
        }
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("flip")]
    [InlineData("gone")]
    public async Task Repair_AnyFileDamaged_LetsTheNextIngestionMakeItWhole(string damage)
    {
        // One place of each file: a repair checks the whole index twice.
        foreach (var (file, place) in Cases(damage).DistinctBy(c => c.File))
        {
            using var folder = Damage(file, damage, place);
            using var store = folder.Open();
            var maintenance = new IndexMaintenance(store);

            // A store that was read before it was mended must not go on with what it had open.
            await ExpectAsync("statistics", async () => await store.GetStatisticsAsync(Cancellation));
            if (store.Exists)
            {
                await maintenance.RepairAsync(await maintenance.CheckAsync(null, Cancellation), Cancellation);
            }

            await IndexFolder.PutAsync(store, SoundIndex.Articles);

            var report = await maintenance.CheckAsync(null, Cancellation);
            Assert.True(report.IsSound, $"{damage} of {file} at {place}: {string.Join('\n', report.Problems)}");
            Assert.Equal(SoundIndex.Articles.Length, (await store.GetStatisticsAsync(Cancellation)).Articles);
            foreach (var article in SoundIndex.Articles)
            {
                Assert.Equal(article.Fingerprint, (await store.FindAsync(article.Id, Cancellation))?.Fingerprint);
            }
        }
    }

    [Fact]
    public async Task SearchAsync_AByteOfAStoredTextFlipped_IsNoticedAndWakesTheRepair()
    {
        using var folder = new IndexFolder();
        using (var writing = folder.Open())
        {
            await IndexFolder.PutAsync(writing, SoundIndex.Articles);
            await new IndexMaintenance(writing).CompactAsync(Cancellation);
        }

        var noticed = 0;
        var file = Directory.GetFiles(folder.Path).Single(path => path.EndsWith(".fdt", StringComparison.Ordinal) || path.EndsWith(".cfs", StringComparison.Ordinal));
        var bytes = await File.ReadAllBytesAsync(file, Cancellation);
        for (var position = bytes.Length / 10; position < bytes.Length / 2; position += bytes.Length / 20)
        {
            var flipped = (byte[])bytes.Clone();
            flipped[position] ^= 0x04;
            await File.WriteAllBytesAsync(file, flipped, Cancellation);
            using var store = folder.Open();
            try
            {
                await foreach (var article in store.ReadAllAsync(Cancellation))
                {
                    Assert.Equal(SoundIndex.Articles.Single(a => a.Id == article.Id).Text.Value, article.Text.Value);
                }
            }
            catch (ArticleStoreException exception)
            {
                Assert.True(exception.IsDamage);
                await new IndexMaintenance(store).WaitForDamageAsync(Cancellation);
                noticed++;
            }
        }

        Assert.True(noticed > 0);
    }

    private static async Task ExpectAsync(string what, Func<Task> read)
    {
        try
        {
            await Task.Run(read, Cancellation).WaitAsync(Limit, Cancellation);
        }
        catch (ArticleStoreException exception)
        {
            Assert.True(exception.IsDamage && exception.Message.Contains(Command, StringComparison.Ordinal), $"{what}: {exception.Message}");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Assert.Fail($"{what}: {exception}");
        }
    }

    private static (string What, Func<Task> Read)[] Readers(LuceneArticleStore store) =>
    [
        ("the statistics", async () => await store.GetStatisticsAsync(Cancellation)),
        ("the overview", async () => await store.GetOverviewAsync(Cancellation)),
        ("a search", () => SearchAsync(store)),
        ("finding articles", async () =>
        {
            foreach (var article in SoundIndex.Articles)
            {
                Check(await store.FindAsync(article.Id, Cancellation));
            }
        }),
        ("the list", async () =>
        {
            foreach (var article in await store.ListAsync(100, Cancellation))
            {
                Check(article);
            }
        }),
        ("reading all", async () =>
        {
            await foreach (var article in store.ReadAllAsync(Cancellation))
            {
                Check(article);
            }
        }),
        ("writing", () => IndexFolder.PutAsync(store, SoundIndex.Ship(3, "It was painted."), SoundIndex.Ship(90))),
        ("compacting", async () =>
        {
            if (store.Exists)
            {
                await new IndexMaintenance(store).CompactAsync(Cancellation);
            }
        }),
    ];

    private static async Task SearchAsync(LuceneArticleStore store)
    {
        var search = new PassageSearch(new LucenePassageIndex(store));
        foreach (var question in Questions)
        {
            var found = await search.SearchAsync(new StandaloneQuestion(question), Cancellation);
            foreach (var sentence in found.Sentences)
            {
                Check(sentence.Article);
            }
        }
    }

    private static void Check(Article? article)
    {
        if (article is not null && article.Fingerprint != SoundIndex.Articles.Single(a => a.Id == article.Id).Fingerprint)
        {
            Assert.Fail($"{article.Id} was read as something that was never ingested: {article.Text.Value}");
        }
    }

    private IEnumerable<(string File, int Place)> Cases(string damage)
    {
        // The same places in each run, spread over the file by a seed that is its name's length and the damage's.
        foreach (var (name, bytes) in _sound.Files)
        {
            var random = new Random(name.Length + damage.Length);
            int[] places = damage switch
            {
                "gone" => [0],
                "cut" => [random.Next(bytes.Length), 0, bytes.Length - 1],
                _ => [.. Enumerable.Range(0, Places).Select(_ => random.Next(bytes.Length))],
            };
            foreach (var place in places)
            {
                yield return (name, place);
            }
        }
    }

    private IndexFolder Damage(string file, string damage, int place)
    {
        var folder = new IndexFolder();
        foreach (var (name, bytes) in _sound.Files)
        {
            if (name == file && damage == "gone")
            {
                continue;
            }

            var written = (byte[])bytes.Clone();
            if (name == file && damage == "flip")
            {
                written[place] ^= 0x20;
            }

            File.WriteAllBytes(Path.Combine(folder.Path, name), name == file && damage == "cut" ? written[..place] : written);
        }

        return folder;
    }

    /// <summary>An index with a merged segment, a small one, and articles that were replaced and removed.</summary>
    public sealed class SoundIndex : IAsyncLifetime
    {
        public static readonly Article[] Articles = [.. Enumerable.Range(0, 30).Select(i => Ship(i))];

        public IReadOnlyList<(string Name, byte[] Bytes)> Files { get; private set; } = [];

        public static Article Ship(int number, string more = "") => new(
            $"ship-{number}", $"The ship number {number} was built in {1900 + number}. It sailed to the islands of the south.\n\nIts crew had {number + 10} sailors. {more}")
        {
            Title = $"Ship {number}",
            Location = $"/ships/{number}.txt",
            Tags = ["ships"],
        };

        public async ValueTask InitializeAsync()
        {
            using var folder = new IndexFolder();
            using (var store = folder.Open())
            {
                await IndexFolder.PutAsync(store, [.. Articles[..20], Ship(50)]);
                await IndexFolder.PutAsync(store, Articles[20..25]);
                await new IndexMaintenance(store).CompactAsync(CancellationToken.None);
                await IndexFolder.PutAsync(store, [.. Articles[25..], Articles[3]]);
                var writer = await store.OpenWriterAsync(CancellationToken.None);
                await using (writer)
                {
                    await writer.RemoveAsync("ship-50", CancellationToken.None);
                    await writer.CommitAsync(CancellationToken.None);
                }
            }

            Files = [.. Directory.GetFiles(folder.Path).Where(path => Path.GetFileName(path) != "qna.lock").Order(StringComparer.Ordinal)
                .Select(path => (Path.GetFileName(path), File.ReadAllBytes(path)))];
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
