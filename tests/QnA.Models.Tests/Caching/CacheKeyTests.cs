using QnA.Core.Answers;
using QnA.Core.Articles;
using QnA.Core.Questions;
using QnA.Core.Retrieval;
using QnA.Models.Caching;
using QnA.Models.Options;

namespace QnA.Models.Tests.Caching;

public sealed class CacheKeyTests
{
    private static readonly Article First = new("a", "The ferry makes its last crossing on Sunday.");
    private static readonly Article Copy = new("b", "The ferry makes its last crossing on Sunday.");

    [Fact]
    public void Of_SameSearch_IsTheSame() => Assert.Equal(KeyOf(Found()), KeyOf(Found()));

    // Which copy a model is shown depends on which is cited first: the newest one, where newer articles go first.
    [Fact]
    public void Of_OtherCopyIsCited_IsAnother() => Assert.NotEqual(KeyOf(Found(First, Copy)), KeyOf(Found(Copy, First)));

    [Fact]
    public void Of_ArticlesAreNoCopies_IsAnother() => Assert.NotEqual(KeyOf(Found()), KeyOf(Found() with { Copies = ArticleCopies.None }));

    private static string KeyOf(SearchResult found) =>
        CacheKey.Of("test-model", new StandaloneQuestion("When does the ferry cross?"), found, new ModelOptions(), new AnswerOptions(), "1");

    private static SearchResult Found(params Article[] cited) => new()
    {
        Passages = [PassageOf(First), PassageOf(Copy)],
        Sentences = [.. cited.Select(article => new RankedSentence(article, article.Text.Span, 1))],
        Copies = new ArticleCopies([(First, Copy)]),
        Confidence = 1,
        ArticleCount = 2,
    };

    private static RetrievedPassage PassageOf(Article article) => new(article, new Passage(article.Id, article.Text.Span, [article.Text.Span]), 1);
}
