using QnA.Core.Articles;
using QnA.Core.Ingestion;
using QnA.Documents;
using QnA.Text;

namespace QnA.Sources.Tests.Files.Limits;

/// <summary>A small run of what <c>bench/QnA.DocumentBench fuzz</c> does at length.</summary>
public sealed class DamagedDocumentTests : IDisposable
{
    private const int MutationsOfEach = 60;

    private readonly TempFolder _folder = new();

    public static TheoryData<string> Extensions => [.. SampleFiles.All().Select(file => file.Extension)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Extensions))]
    public async Task ReadAsync_UndamagedSample_IsRead(string extension)
    {
        var items = await ReadAsync(extension, Sample(extension));

        Assert.NotEmpty(items.Articles());
        Assert.Empty(items.Failures());
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public async Task ReadAsync_DamagedSample_IsArticlesOrFailuresThatSayWhy(string extension)
    {
        var mutations = new Mutations(seed: 1);
        var sample = Sample(extension);
        for (var i = 0; i < MutationsOfEach; i++)
        {
            var items = await ReadAsync(extension, mutations.Damage(sample));

            Assert.All(items.Articles(), CheckQuotes);
            Assert.All(items.Failures(), failure => Assert.DoesNotContain("defect of the reader", failure.Reason, StringComparison.Ordinal));
        }
    }

    private static void CheckQuotes(Article article)
    {
        foreach (var line in article.Text.Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var start = article.Text.Value.IndexOf(line, StringComparison.Ordinal);
            var quote = article.Text.Cut(article.Text.Widen(new TextSpan(start, start + line.Length)));
            Assert.Equal(article.Text.Value[quote.Span.Start..quote.Span.End], quote.Text);
            Assert.True(article.PageAt(start) is null or >= 1);
        }
    }

    private static byte[] Sample(string extension) => SampleFiles.All().First(file => file.Extension == extension).Bytes;

    private async Task<IReadOnlyList<SourceItem>> ReadAsync(string extension, byte[] bytes) =>
        await Reading.Source(_folder.Write($"a{extension}", bytes)).ReadAllAsync();
}
