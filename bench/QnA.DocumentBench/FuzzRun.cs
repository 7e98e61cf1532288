using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using QnA.Core.Articles;
using QnA.Core.Ingestion;
using QnA.Core.Questions;
using QnA.Core.Retrieval;
using QnA.Documents;
using QnA.Sources;

namespace QnA.DocumentBench;

/// <summary>Damages files and reads them: nothing may crash, hang or fill the memory, and every quote of what was read must be in it.</summary>
internal static class FuzzRun
{
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(5);
    private const long MaxMemory = 500_000_000;
    private const int ArticlesPerCommit = 500;

    public static async Task<int> RunAsync(int count, int seed, string? only)
    {
        await using var workplace = new Workplace();
        var folder = workplace.NewFolder("documents");
        var (factory, time) = (workplace.Services.GetRequiredService<ArticleSourceFactory>(), TimeProvider.System);
        var bad = 0;
        Console.WriteLine($"{count:N0} mutations of each file, seed {seed}");
        Console.WriteLine("kind     read   failed  defects  slowest ms  mean ms  quotes  peak MB");
        foreach (var (extension, sample) in SampleFiles.All().Where(file => only is null || file.Extension == only))
        {
            var mutations = new Mutations(seed);
            var path = Path.Join(folder, $"a{extension}");
            var (articles, failures, defects, quotes) = (0, 0, 0, 0);
            var (slowest, total) = (TimeSpan.Zero, TimeSpan.Zero);
            var waiting = new Dictionary<string, Article>(StringComparer.Ordinal);
            for (var i = 0; i < count; i++)
            {
                var bytes = mutations.Damage(sample);
                await File.WriteAllBytesAsync(path, bytes);
                var started = time.GetTimestamp();
                var items = await ReadAsync(factory.Create(path));
                var elapsed = time.GetElapsedTime(started);
                total += elapsed;
                slowest = elapsed > slowest ? elapsed : slowest;
                if (elapsed > Hang || items.Any(IsDefect))
                {
                    defects++;
                    await KeepAsync(extension, i, seed, bytes, items, elapsed);
                }

                failures += items.Count(item => item is FailedArticle);
                foreach (var article in items.OfType<ReadArticle>().Select(read => read.Article))
                {
                    articles++;
                    waiting[article.Id + '#' + i.ToString(CultureInfo.InvariantCulture)] = article;
                }

                if (waiting.Count >= ArticlesPerCommit || i == count - 1)
                {
                    quotes += await CheckQuotesAsync(workplace, waiting);
                    waiting.Clear();
                }
            }

            bad += defects;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{extension,-7}{articles,6:N0} {failures,8:N0} {defects,8} {slowest.TotalMilliseconds,11:N0} {total.TotalMilliseconds / count,8:N2} {quotes,7:N0} {Workplace.PeakMemory() / 1e6,8:N0}"));
        }

        return bad == 0 && Workplace.PeakMemory() < MaxMemory ? 0 : 1;
    }

    private static bool IsDefect(SourceItem item) =>
        item is FailedArticle { Failure.Reason: var reason } && reason.Contains("defect of the reader", StringComparison.Ordinal);

    private static async Task<List<SourceItem>> ReadAsync(IArticleSource source)
    {
        var items = new List<SourceItem>();
        await foreach (var item in source.ReadAsync(CancellationToken.None))
        {
            items.Add(item);
        }

        return items;
    }

    private static async Task KeepAsync(string extension, int number, int seed, byte[] bytes, List<SourceItem> items, TimeSpan elapsed)
    {
        var kept = Path.Join(Path.GetTempPath(), $"qna-fuzz-{seed}-{number}{extension}");
        await File.WriteAllBytesAsync(kept, bytes);
        Console.WriteLine($"  {kept}: {elapsed.TotalSeconds:N1} s; {string.Join(' ', items.OfType<FailedArticle>().Select(item => item.Failure.Reason))}");
    }

    /// <summary>Stores articles, searches them, and cuts every sentence that is found out of the text that was read.</summary>
    private static async Task<int> CheckQuotesAsync(Workplace workplace, Dictionary<string, Article> articles)
    {
        var store = workplace.Services.GetRequiredService<IArticleStore>();
        await using (var writer = await store.OpenWriterAsync(CancellationToken.None))
        {
            foreach (var (id, article) in articles)
            {
                await writer.PutAsync(new Article(id, article.Text.Value) { Title = article.Title, PageStarts = article.PageStarts }, CancellationToken.None);
            }

            await writer.CommitAsync(CancellationToken.None);
        }

        var quotes = 0;
        foreach (var question in (string[])["When was the ferry to the northern shore late?", "Who was hurt?", "What costs a ticket?"])
        {
            var found = await workplace.Services.GetRequiredService<IPassageSearch>().SearchAsync(new StandaloneQuestion(question), CancellationToken.None);
            foreach (var sentence in found.Sentences)
            {
                var quote = sentence.Article.Text.Cut(sentence.Span);
                if (articles.TryGetValue(sentence.Article.Id, out var read)
                    && (read.Text.Value[quote.Span.Start..quote.Span.End] != quote.Text || sentence.Article.PageAt(quote.Span.Start) != read.PageAt(quote.Span.Start)))
                {
                    throw new InvalidOperationException($"The quote {quote} is not in its article.");
                }

                quotes++;
            }
        }

        return quotes;
    }
}
