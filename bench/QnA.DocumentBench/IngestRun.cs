using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using QnA.Answering.Ranking;
using QnA.Core.Ingestion;
using QnA.Documents;
using QnA.Sources;

namespace QnA.DocumentBench;

/// <summary>Measures how fast generated documents are read, alone and into an index.</summary>
internal static class IngestRun
{
    private static readonly string[] Words =
        "the harbour council ferry bridge museum town price ticket market winter storm mayor school water railway island north shore boat fish".Split(' ');

    public static async Task<int> RunAsync(int count)
    {
        await using var workplace = new Workplace();
        Console.WriteLine("kind      documents  bytes each  read/s  into the index/s  share of reading  peak MB");
        await MeasureAsync(workplace, "html", count, MakePage);
        await MeasureAsync(workplace, "pdf", count, MakePdf);
        return 0;
    }

    private static async Task MeasureAsync(Workplace workplace, string kind, int count, Func<Random, byte[]> make)
    {
        var folder = workplace.NewFolder(kind);
        var random = new Random(1);
        var bytes = 0L;
        for (var i = 0; i < count; i++)
        {
            var document = make(random);
            bytes += document.Length;
            await File.WriteAllBytesAsync(Path.Join(folder, string.Create(CultureInfo.InvariantCulture, $"{i:D5}.{kind}")), document);
        }

        var (factory, time) = (workplace.Services.GetRequiredService<ArticleSourceFactory>(), TimeProvider.System);
        var started = time.GetTimestamp();
        await foreach (var item in factory.Create(folder).ReadAsync(CancellationToken.None))
        {
            if (item is FailedArticle failed)
            {
                throw new InvalidOperationException(failed.Failure.ToString());
            }
        }

        var reading = time.GetElapsedTime(started);
        var summary = await workplace.Services.GetRequiredService<ArticleIngester>().IngestAsync([factory.Create(folder)], progress: null, CancellationToken.None);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{kind,-8} {summary.New,10:N0} {bytes / count,11:N0} {count / reading.TotalSeconds,7:N0} {count / summary.Elapsed.TotalSeconds,17:N0} {reading / summary.Elapsed,17:P0} {Workplace.PeakMemory() / 1e6,8:N0}"));
    }

    private static byte[] MakePdf(Random random) => PdfFiles.Make(
        builder => builder.DocumentInformation.Title = Sentence(random, 5),
        [.. Enumerable.Range(1, 3).Select(page => (PdfFiles.Block[])
        [
            new(60, 810, 9, "Report of the harbour"),
            new(60, 780, 18, Sentence(random, 4)),
            new(60, 740, 10, Lines(random, 40)),
            new(320, 740, 10, Lines(random, 40)),
            new(280, 40, 9, string.Create(CultureInfo.InvariantCulture, $"Page {page}")),
        ])]);

    private static string[] Lines(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(line => Sentence(random, 6).TrimEnd('.') + (line % 3 == 2 ? "." : ""))];

    private static byte[] MakePage(Random random)
    {
        var page = new StringBuilder($"<!doctype html><html lang=en><head><title>{Sentence(random, 5)}</title></head><body><nav><ul>");
        for (var i = 0; i < 30; i++)
        {
            page.Append(CultureInfo.InvariantCulture, $"<li class=menu><a href='/{i}'>{Words[random.Next(Words.Length)]}</a></li>");
        }

        page.Append("</ul></nav><div class=content><h1>").Append(Sentence(random, 4)).Append("</h1>");
        for (var i = 0; i < 25; i++)
        {
            page.Append("<p>").Append(string.Join(' ', Enumerable.Range(0, 4).Select(_ => Sentence(random, 12)))).Append("</p>");
        }

        return Encoding.UTF8.GetBytes(page.Append("</div><footer>Copyright</footer></body></html>").ToString());
    }

    private static string Sentence(Random random, int words)
    {
        var sentence = string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]));
        return char.ToUpperInvariant(sentence[0]) + sentence[1..] + ".";
    }
}
