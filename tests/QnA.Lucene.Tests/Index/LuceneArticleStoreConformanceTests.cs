using QnA.Conformance;
using QnA.Core.Ingestion;
using QnA.Lucene.Index;

namespace QnA.Lucene.Tests.Index;

/// <summary>The index on the real disk does what every store does; reopening it is what the next process does.</summary>
public sealed class LuceneArticleStoreConformanceTests : ArticleStoreConformance, IDisposable
{
    private readonly IndexFolder _folder = new();
    private LuceneArticleStore? _store;

    public void Dispose()
    {
        _store?.Dispose();
        _folder.Dispose();
    }

    protected override ValueTask<IArticleStore> CreateStoreAsync()
    {
        _store = _folder.Open();
        return ValueTask.FromResult<IArticleStore>(_store);
    }

    protected override ValueTask<IArticleStore> ReopenAsync(IArticleStore store)
    {
        _store?.Dispose();
        return CreateStoreAsync();
    }
}
