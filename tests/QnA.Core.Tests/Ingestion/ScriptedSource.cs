using System.Runtime.CompilerServices;
using QnA.Core.Articles;
using QnA.Core.Ingestion;

namespace QnA.Core.Tests.Ingestion;

/// <summary>A source that does what a test says, step by step.</summary>
/// <param name="name">The folder; it covers what lies in it.</param>
internal sealed class ScriptedSource(string name) : IArticleSource
{
    private readonly List<Func<CancellationToken, ValueTask<SourceItem?>>> _steps = [];

    public string Name => name;

    /// <summary>Gets or sets what measuring gives.</summary>
    public Func<long> Size { get; set; } = () => 0;

    /// <summary>Gets or sets the locations at which nothing is left.</summary>
    public string[] Gone { get; set; } = [];

    public ScriptedSource Article(string id, string text = "A text.", int? line = null, string? location = null)
    {
        var article = new Article(id, text) { Source = name, Location = location ?? $"{name}/{id}.md" };
        return Step(_ => ValueTask.FromResult<SourceItem?>(new ReadArticle(article, line, 10)));
    }

    public ScriptedSource Failure(string? location) => Step(
        _ => ValueTask.FromResult<SourceItem?>(new FailedArticle(new ArticleFailure(name, location, null, "It cannot be read."), 10)));

    public ScriptedSource Do(Action action) => Step(_ =>
    {
        action();
        return ValueTask.FromResult<SourceItem?>(null);
    });

    public ScriptedSource Do(Func<CancellationToken, Task> action) => Step(async cancellationToken =>
    {
        await action(cancellationToken);
        return null;
    });

    public ValueTask<long> GetSizeAsync(CancellationToken cancellationToken) => ValueTask.FromResult(Size());

    public async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var step in _steps)
        {
            if (await step(cancellationToken) is { } item)
            {
                yield return item;
            }
        }
    }

    public bool Covers(string location) => location == name || location.StartsWith(name + "/", StringComparison.Ordinal);

    public bool IsGone(string location) => Gone.Contains(location);

    private ScriptedSource Step(Func<CancellationToken, ValueTask<SourceItem?>> step)
    {
        _steps.Add(step);
        return this;
    }
}
