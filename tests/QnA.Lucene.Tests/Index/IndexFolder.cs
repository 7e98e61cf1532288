using Microsoft.Extensions.Options;
using QnA.Core.Articles;
using QnA.Lucene.Index;

namespace QnA.Lucene.Tests.Index;

/// <summary>An index on the real disk that is deleted at the end.</summary>
internal sealed class IndexFolder : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("qna-test-");

    public string Path => _directory.FullName;

    public LuceneArticleStore Open(TimeProvider? time = null) =>
        new(Options.Create(new IndexOptions { Path = Path }), time ?? TimeProvider.System);

    public static async Task PutAsync(LuceneArticleStore store, params Article[] articles)
    {
        await using var writer = await store.OpenWriterAsync(TestContext.Current.CancellationToken);
        foreach (var article in articles)
        {
            await writer.PutAsync(article, TestContext.Current.CancellationToken);
        }

        await writer.CommitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        // A repair may have moved the index beside itself.
        foreach (var aside in _directory.Parent!.EnumerateDirectories(_directory.Name + ".damaged-*"))
        {
            aside.Delete(recursive: true);
        }

        _directory.Delete(recursive: true);
    }
}
