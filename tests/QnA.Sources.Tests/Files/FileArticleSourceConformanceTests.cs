using QnA.Core.Ingestion;
using QnA.Sources.Files;
using QnA.Sources.Tests.Conformance;

namespace QnA.Sources.Tests.Files;

internal static class ConformanceArticles
{
    public const string JsonLines = """
        {"id": "one", "text": "The harbour was dredged."}
        {"id": "broken"
        {"id": "two", "text": "The harbour was closed."}

        """;
}

[ConformanceOf(typeof(FileArticleSource))]
public sealed class FolderConformanceTests : ArticleSourceConformanceTests, IDisposable
{
    private readonly TempFolder _folder = new();

    public FolderConformanceTests()
    {
        _folder.Write("a.md", "# Bridge\n\nThe bridge is open.");
        _folder.Write("b.txt", "");
        _folder.Write("c.jsonl", ConformanceArticles.JsonLines);
        _folder.Write("d/e.txt", "The ferry is late.");
    }

    protected override string GoneLocation => _folder.Path + "-elsewhere/a.md";

    protected override IArticleSource CreateFilled() => Reading.Source(_folder.Path);

    protected override IArticleSource CreateMissing() => Reading.Source(_folder.PathOf("missing"));

    public void Dispose() => _folder.Dispose();
}

[ConformanceOf(typeof(FileArticleSource))]
public sealed class FileConformanceTests : ArticleSourceConformanceTests, IDisposable
{
    private readonly TempFolder _folder = new();

    protected override string GoneLocation => _folder.PathOf("other.jsonl");

    protected override IArticleSource CreateFilled() => Reading.Source(_folder.Write("articles.jsonl", ConformanceArticles.JsonLines));

    protected override IArticleSource CreateMissing() => Reading.Source(_folder.PathOf("missing.jsonl"));

    public void Dispose() => _folder.Dispose();
}
