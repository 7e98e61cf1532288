using QnA.Answering.Retrieval;
using QnA.Conformance.Search;
using QnA.Core.Access;
using QnA.Core.Articles;
using QnA.Core.Retrieval;
using QnA.Lucene.Index;
using QnA.Lucene.Retrieval;
using QnA.Lucene.Tests.Index;

namespace QnA.Lucene.Tests;

/// <summary>The index on the real disk is searched as every store is.</summary>
public sealed class LucenePassageSearchConformanceTests : PassageSearchConformance, IDisposable
{
    private readonly IndexFolder _folder = new();
    private LuceneArticleStore? _store;

    public void Dispose()
    {
        _store?.Dispose();
        _folder.Dispose();
    }

    protected override async ValueTask<IPassageSearch> CreateAsync(IReadOnlyList<Article> articles, IArticleAccess? access = null)
    {
        _store = _folder.Open();
        if (articles.Count > 0)
        {
            await IndexFolder.PutAsync(_store, [.. articles]);
        }

        return new PassageSearch(new LucenePassageIndex(_store), access: access);
    }
}
