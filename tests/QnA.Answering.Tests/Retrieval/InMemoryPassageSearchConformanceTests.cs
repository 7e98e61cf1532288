using QnA.Answering.Retrieval;
using QnA.Conformance.Search;
using QnA.Core.Access;
using QnA.Core.Articles;
using QnA.Core.Retrieval;

namespace QnA.Answering.Tests.Retrieval;

/// <summary>A second store implements retrieval and statistics only; the rest is what every store has.</summary>
public sealed class InMemoryPassageSearchConformanceTests : PassageSearchConformance
{
    protected override ValueTask<IPassageSearch> CreateAsync(IReadOnlyList<Article> articles, IArticleAccess? access = null) =>
        ValueTask.FromResult<IPassageSearch>(new PassageSearch(new InMemoryPassageIndex(articles), access: access));
}
