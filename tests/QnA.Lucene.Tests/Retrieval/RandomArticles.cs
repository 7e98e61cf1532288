using QnA.Core.Articles;
using QnA.Lucene.Index;
using QnA.Lucene.Tests.Index;
using QnA.Text.Words;

namespace QnA.Lucene.Tests.Retrieval;

/// <summary>An index of random articles in several segments, some of them deleted; the same each time.</summary>
internal static class RandomArticles
{
    private const int Words = 60;

    /// <summary>Fills an index.</summary>
    public static async Task FillAsync(LuceneArticleStore store, Random random)
    {
        for (var commit = 0; commit < 4; commit++)
        {
            await IndexFolder.PutAsync(store, [.. Enumerable.Range(0, 60).Select(i => Make($"{commit}-{i}", random))]);
        }

        await using var writer = await store.OpenWriterAsync(TestContext.Current.CancellationToken);
        for (var i = 0; i < 60; i += 3)
        {
            await writer.RemoveAsync($"1-{i}", TestContext.Current.CancellationToken);
        }

        await writer.CommitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Returns a word: of sixty the first are in nearly all articles, the last in few.</summary>
    public static string Word(Random random) => $"w{(int)(Words * Math.Pow(random.NextDouble(), 3))}x";

    private static Article Make(string id, Random random) =>
        new(id, string.Join(' ', Enumerable.Range(0, random.Next(1, 14)).Select(_ => $"So {string.Join(' ', Enumerable.Range(0, random.Next(4, 9)).Select(_ => Word(random)))}.")))
        {
            Title = Word(random),
            Language = "en",
            Tags = random.Next(4) == 0 ? ["some"] : [],
        };
}
