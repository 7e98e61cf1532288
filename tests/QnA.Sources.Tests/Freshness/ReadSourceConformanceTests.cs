using QnA.Core.Ingestion;
using QnA.Sources.Freshness;
using QnA.Sources.Tests.Conformance;
using QnA.Sources.Tests.Files;

namespace QnA.Sources.Tests.Freshness;

[ConformanceOf(typeof(ReadSource))]
public sealed class ReadSourceConformanceTests : ArticleSourceConformanceTests, IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private ReadSource _filled = null!;
    private ReadSource _missing = null!;

    protected override string GoneLocation => _folder.PathOf("other.jsonl");

    public async ValueTask InitializeAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        _filled = await ReadSource.ReadAsync(Reading.Source(_folder.Write("articles.jsonl", ConformanceArticles.JsonLines)), cancellationToken);
        _missing = await ReadSource.ReadAsync(Reading.Source(_folder.PathOf("missing.jsonl")), cancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    protected override IArticleSource CreateFilled() => _filled;

    protected override IArticleSource CreateMissing() => _missing;
}
