using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using QnA.Core.Ingestion;
using QnA.Core.Registration;
using QnA.Sources.Files;

namespace QnA.Sources.Tests;

public sealed class SourcesQnABuilderExtensionsTests
{
    [Fact]
    public async Task AddSources_Factory_ReadsEveryKindOfFile()
    {
        using var folder = new TempFolder();
        folder.Write("a.md", "Text.");
        folder.Write("b.txt", "Text.");
        folder.Write("c.jsonl", """{"id": "c", "text": "Text."}""");
        await using var services = Services([]);

        var items = await services.GetRequiredService<ArticleSourceFactory>().Create(folder.Path).ReadAllAsync();

        Assert.Equal(["articles/a.md", "articles/b.txt", "c"], items.Articles().Select(article => article.Id));
    }

    [Fact]
    public async Task AddSources_Setting_IsTheLimit()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.txt", new string('a', 3000));
        await using var services = Services([new("Articles:MaxFileBytes", "2000")]);

        var items = await services.GetRequiredService<ArticleSourceFactory>().Create(path).ReadAllAsync();

        Assert.Contains("2,000", Assert.Single(items.Failures()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddSources_WrongSetting_IsRefusedAtStartAndNamed()
    {
        await using var services = Services([new("Articles:MaxFileBytes", "12")]);

        var exception = Assert.Throws<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);

        Assert.Contains("Articles:MaxFileBytes must be from 1024 to 1073741824 bytes", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_ReadersThatWantTheSameFiles_ThrowsAndNamesBoth()
    {
        var exception = Assert.Throws<ArgumentException>(() => new ArticleSourceFactory(
            [.. Reading.Readers(), new OtherReader(".MD")], Options.Create(new ArticleFileOptions())));

        Assert.Contains("OtherReader and MarkdownFileReader", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_ExtensionWithoutADot_Throws() =>
        Assert.Throws<ArgumentException>(() => new ArticleSourceFactory([new OtherReader("pdf")], Options.Create(new ArticleFileOptions())));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\0b")]
    public void Create_NoPath_Throws(string path) => Assert.Throws<ArgumentException>(() => Reading.Factory().Create(path));

    private static ServiceProvider Services(IEnumerable<KeyValuePair<string, string?>> settings) =>
        new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddQnA()
            .AddSources()
            .Services
            .BuildServiceProvider(validateScopes: true);

    private sealed class OtherReader(string extension) : IArticleFileReader
    {
        public IReadOnlyCollection<string> Extensions => [extension];

        public IAsyncEnumerable<SourceItem> ReadAsync(FileReadContext file, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("Not to be read.");
    }
}
