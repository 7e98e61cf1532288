using System.Text.Json;
using Microsoft.Extensions.Options;
using QnA.Core.Articles;
using QnA.Languages;
using QnA.Lucene.Index;
using QnA.Lucene.Tests.Corpora;

namespace QnA.Cli.Tests;

/// <summary>Articles that do not say their language, read as the program reads them.</summary>
public sealed class FoundLanguagesTests : IDisposable
{
    private readonly QnaProcess _qna = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _qna.Dispose();

    // Of five sentences a few have no frequent word; none may be taken for another language.
    private const double ToldShare = 0.9;

    [Fact]
    public async Task PutAsync_ArticlesOfManyLanguages_FindsTheLanguageOfNearlyAllAndNeverAnother()
    {
        List<(string Language, Article Article)> articles =
            [.. LanguageCorpus.Languages.SelectMany(language => LanguageCorpus.Read(language).Articles.Select(article => (language, new Article(article.Id, article.Text.Value))))];
        using var store = new LuceneArticleStore(
            Options.Create(new IndexOptions { Path = Path.Combine(_qna.Folder, "index") }), TimeProvider.System, detector: new LinguaLanguageDetector());
        await using (var writer = await store.OpenWriterAsync(Cancellation))
        {
            foreach (var (_, article) in articles)
            {
                await writer.PutAsync(article, Cancellation);
            }

            await writer.CommitAsync(Cancellation);
        }

        var (told, wrong) = (0, new List<string>());
        foreach (var (language, article) in articles)
        {
            var found = (await store.FindAsync(article.Id, Cancellation))?.TextLanguage;
            told += found == language ? 1 : 0;
            if (found is not null && found != language)
            {
                wrong.Add($"{article.Id} was taken for {found}");
            }
        }

        Assert.Empty(wrong);
        Assert.InRange(told, ToldShare * articles.Count, articles.Count);
    }

    [Fact]
    public async Task Export_LanguageFoundInTheText_WritesOnlyWhatWasGiven()
    {
        _qna.Write("articles/stated.jsonl", "{\"id\": \"stated\", \"text\": \"Der Leuchtturm wurde von den Bewohnern des Dorfes gebaut.\", \"language\": \"de-AT\"}\n");
        _qna.Write("articles/found.jsonl", "{\"id\": \"found\", \"text\": \"Der Leuchtturm wurde von den Bewohnern des Dorfes gebaut.\"}\n");

        Assert.Equal(0, (await _qna.RunAsync("ingest", "articles")).ExitCode);
        var asked = await _qna.RunAsync("ask", "Wer hat den Leuchtturm gebaut?", "--language", "de", "--json");
        var exported = await _qna.RunAsync("export");

        Assert.Contains("Bewohnern", asked.Output, StringComparison.Ordinal);
        var lines = exported.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal("de-AT", lines.Single(line => line.GetProperty("id").GetString()!.EndsWith("stated", StringComparison.Ordinal)).GetProperty("language").GetString());
        Assert.False(lines.Single(line => line.GetProperty("id").GetString()!.EndsWith("found", StringComparison.Ordinal)).TryGetProperty("language", out _));
    }
}
