using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using QnA.Core.Articles;
using QnA.Core.Ingestion;
using QnA.Core.Registration;
using QnA.Text;
using QnA.Text.Sentences;
using QnA.Sources;

namespace QnA.Benchmarks.Corpus;

/// <summary>How large a corpus became.</summary>
/// <param name="Articles">How many articles.</param>
/// <param name="Passages">How many passages.</param>
/// <param name="TextBytes">How many bytes their texts have in UTF-8.</param>
internal sealed record CorpusSize(int Articles, int Passages, long TextBytes);

/// <summary>Repeats articles until there are enough passages, and writes them in the forms that the engines read.</summary>
/// <remarks>
/// Each copy ends in two random words of its own, so that no two are alike and the vocabulary grows as it does in real collections.
/// The same articles and seed give the same files.
/// </remarks>
internal static class CorpusWriter
{
    private const int WordsOfQuestion = 5;
    private const int LettersOfToken = 8;

    /// <summary>Writes the files of a run.</summary>
    public static async Task<CorpusSize> WriteAsync(
        LoadFiles files, IReadOnlyList<string> paths, int passages, int questions, int seed, CancellationToken cancellationToken)
    {
        var articles = await ReadAsync(paths, cancellationToken).ConfigureAwait(false);
        var random = new Random(seed);
        var (written, pieces, bytes) = (0, 0, 0L);
        var articleLines = new StreamWriter(files.Articles);
        await using (articleLines.ConfigureAwait(false))
        {
            var passageLines = new StreamWriter(files.Passages);
            await using (passageLines.ConfigureAwait(false))
            {
                for (var copy = 0; pieces < passages; copy++)
                {
                    foreach (var article in articles)
                    {
                        cancellationToken.ThrowIfCancellationRequested();
                        var text = $"{article.Text.Value} {Token(random)} {Token(random)}";
                        var id = string.Create(CultureInfo.InvariantCulture, $"{article.Id}#{copy}");
                        await WriteLineAsync(articleLines, new { id, title = article.Title, language = article.Language, text }).ConfigureAwait(false);
                        foreach (var (passage, _) in PassageBuilder.Build(new Article(id, text), LanguageCode.Of(article.Language)))
                        {
                            await WriteLineAsync(passageLines, text[passage.Span.Start..passage.Span.End]).ConfigureAwait(false);
                            pieces++;
                        }

                        written++;
                        bytes += System.Text.Encoding.UTF8.GetByteCount(text);
                        if (pieces >= passages)
                        {
                            break;
                        }
                    }
                }
            }
        }

        await File.WriteAllLinesAsync(files.Questions, Questions(articles, questions, new Random(seed)), cancellationToken).ConfigureAwait(false);
        return new CorpusSize(written, pieces, bytes);
    }

    private static async Task<List<Article>> ReadAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddQnA().AddSources();
        var provider = services.BuildServiceProvider();
        await using (provider.ConfigureAwait(false))
        {
            var factory = provider.GetRequiredService<ArticleSourceFactory>();
            var articles = new List<Article>();
            foreach (var path in paths)
            {
                await foreach (var item in factory.Create(path).ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    if (item is ReadArticle read)
                    {
                        articles.Add(read.Article);
                    }
                    else if (item is FailedArticle failed)
                    {
                        await Console.Error.WriteLineAsync(failed.Failure.ToString()).ConfigureAwait(false);
                    }
                }
            }

            return articles.Count > 0 ? articles : throw new InvalidOperationException("There is no article in the given paths.");
        }
    }

    // The longer words of a sentence, in its order: what a person remembers of a text and asks about.
    private static IEnumerable<string> Questions(List<Article> articles, int count, Random random)
    {
        string[] openings = ["What is known about", "Who spoke of", "When was it about", "How many were there of"];
        for (var made = 0; made < count;)
        {
            var article = articles[random.Next(articles.Count)];
            var sentences = SentenceSplitter.Split(article.Text.Value, LanguageCode.Of(article.Language)).SelectMany(section => section.Sentences).ToList();
            if (sentences.Count == 0)
            {
                continue;
            }

            var sentence = article.Text.Slice(sentences[random.Next(sentences.Count)]).ToString();
            var words = sentence.Split([' ', '\n', '\t', ',', '.', '"', '(', ')', ';', ':'], StringSplitOptions.RemoveEmptyEntries)
                .Where(word => word.Length > 3).Take(WordsOfQuestion).ToList();
            if (words.Count >= 3)
            {
                made++;
                yield return $"{openings[made % openings.Length]} {string.Join(' ', words)}?";
            }
        }
    }

    private static string Token(Random random) => string.Concat(Enumerable.Range(0, LettersOfToken).Select(_ => (char)('a' + random.Next(26))));

    private static Task WriteLineAsync<T>(StreamWriter writer, T value) => writer.WriteLineAsync(JsonSerializer.Serialize(value));
}
