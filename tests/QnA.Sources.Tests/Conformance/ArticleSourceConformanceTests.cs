using System.Reflection;
using QnA.Core.Ingestion;

namespace QnA.Sources.Tests.Conformance;

/// <summary>
/// What every source must do. A source's own class says how to make it and is marked <see cref="ConformanceOfAttribute"/>;
/// <see cref="ConformanceCoverageTests"/> finds sources without one.
/// </summary>
public abstract class ArticleSourceConformanceTests
{
    /// <summary>Makes a source of at least two good articles with a bad one between them; every call makes the same.</summary>
    protected abstract IArticleSource CreateFilled();

    /// <summary>Gets whether the source may hold more than one article; where not, the filled one holds one good article.</summary>
    protected virtual bool HoldsSeveral => true;

    /// <summary>Makes a source that has nothing to read.</summary>
    protected abstract IArticleSource CreateMissing();

    /// <summary>Gets a location of the source's kind that the filled source does not cover, and where nothing is.</summary>
    protected abstract string GoneLocation { get; }

    [Fact]
    public void Create_IsTheSourceOfThisSuite() => Assert.IsType(GetType().GetCustomAttribute<ConformanceOfAttribute>()!.Source, CreateFilled());

    [Fact]
    public void Name_TwoInstances_TheSame()
    {
        Assert.NotEmpty(CreateFilled().Name);
        Assert.Equal(CreateFilled().Name, CreateFilled().Name);
    }

    [Fact]
    public async Task ReadAsync_Twice_TheSameArticlesInTheSameOrder()
    {
        var first = await CreateFilled().ReadAllAsync();
        var second = await CreateFilled().ReadAllAsync();

        Assert.Equal(first.Articles().Select(article => article.Fingerprint), second.Articles().Select(article => article.Fingerprint));
        Assert.Equal(first.Failures(), second.Failures());
    }

    [Fact]
    public async Task ReadAsync_Articles_SayWhereTheyCameFrom()
    {
        var source = CreateFilled();

        var articles = (await source.ReadAllAsync()).Articles().ToList();

        Assert.True(articles.Count >= (HoldsSeveral ? 2 : 1));
        Assert.All(articles, article =>
        {
            Assert.Equal(source.Name, article.Source);
            Assert.NotEmpty(article.Location);
            Assert.NotEmpty(article.Text.Value);
            Assert.True(source.Covers(article.Location));
            Assert.False(source.IsGone(article.Location));
        });
        Assert.Distinct(articles.Select(article => article.Id));
    }

    [Fact]
    public async Task ReadAsync_BadArticleInTheMiddle_FailsAloneAndSaysWhy()
    {
        Assert.SkipUnless(HoldsSeveral, "There is no middle in one article.");
        var source = CreateFilled();

        var items = await source.ReadAllAsync();

        Assert.IsType<ReadArticle>(items[0]);
        Assert.IsType<ReadArticle>(items[^1]);
        Assert.NotEmpty(items.Failures());
        Assert.All(items.Failures(), failure =>
        {
            Assert.Equal(source.Name, failure.Source);
            Assert.NotNull(failure.Location);
            Assert.NotEmpty(failure.Reason);
        });
    }

    [Fact]
    public async Task GetSizeAsync_Filled_IsWhatReadingUsesUp()
    {
        var source = CreateFilled();

        var size = await source.GetSizeAsync(TestContext.Current.CancellationToken);
        var read = (await source.ReadAllAsync()).Sum(item => item.Bytes);

        Assert.True(size == 0 || size == read, $"The size is {size}, and {read} were read.");
    }

    [Fact]
    public async Task ReadAsync_NothingThere_OneFailureOfTheWholeSource()
    {
        var source = CreateMissing();

        var failure = Assert.Single((await source.ReadAllAsync()).Failures());

        Assert.Null(failure.Location);
        Assert.Equal(source.Name, failure.Source);
        Assert.NotEmpty(failure.Reason);
        Assert.Equal(0, await source.GetSizeAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Covers_OtherLocations_False()
    {
        Assert.False(CreateFilled().Covers(GoneLocation));
        Assert.False(CreateFilled().Covers("urn:something:else"));
    }

    [Fact]
    public void IsGone_LocationOfAnotherKind_False() => Assert.False(CreateFilled().IsGone("urn:something:else"));

    [Fact]
    public async Task ReadAsync_CancelledBeforeOrBetweenArticles_Stops()
    {
        using var cancellation = new CancellationTokenSource();
        await using var items = CreateFilled().ReadAsync(cancellation.Token).GetAsyncEnumerator(cancellation.Token);
        Assert.True(await items.MoveNextAsync());

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await items.MoveNextAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await CreateFilled().ReadAsync(cancellation.Token).GetAsyncEnumerator(cancellation.Token).MoveNextAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await CreateFilled().GetSizeAsync(cancellation.Token));
    }
}
