using QnA.Conformance;
using QnA.Core.Ingestion;

namespace QnA.Core.Tests.Ingestion;

/// <summary>The double that the other tests stand on does what a store does.</summary>
public sealed class InMemoryArticleStoreTests : ArticleStoreConformance
{
    protected override ValueTask<IArticleStore> CreateStoreAsync() => ValueTask.FromResult<IArticleStore>(new InMemoryArticleStore());

    protected override ValueTask<IArticleStore> ReopenAsync(IArticleStore store) => ValueTask.FromResult(store);
}
