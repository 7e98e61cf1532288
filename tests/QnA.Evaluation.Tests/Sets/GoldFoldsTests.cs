using QnA.Evaluation.Sets;

namespace QnA.Evaluation.Tests.Sets;

public sealed class GoldFoldsTests
{
    private static readonly HashSet<string> Articles = ["a", "b", "c", "d", "e"];

    [Fact]
    public void Of_Questions_EachIsInOneFoldThatLacksItsArticles()
    {
        EvaluationQuestion[] questions = [Of("a"), Of("b", "c"), Of("c", "d"), Of("e"), Of("gone"), Of("a") with { IsAnswerable = false }];

        var folds = GoldFolds.Of(questions, Articles, 10);

        Assert.Equal([0, 1, 2, 3], folds.SelectMany(f => f.Questions).Order());
        Assert.All(folds, fold => Assert.All(fold.Questions, q => Assert.Subset(fold.ArticleIds.ToHashSet(), questions[q].ArticleIds.ToHashSet())));
        Assert.Equal(["b", "c", "d"], folds.Single(f => f.Questions.Contains(1)).ArticleIds.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Of_MoreArticlesThanFolds_KeepsToTheLimit() => Assert.Equal(2, GoldFolds.Of([Of("a"), Of("b"), Of("c"), Of("d")], Articles, 2).Count);

    private static EvaluationQuestion Of(params string[] articles) => Samples.Question() with { ArticleIds = articles };
}
