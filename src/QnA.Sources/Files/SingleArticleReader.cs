using System.Runtime.CompilerServices;
using QnA.Core.Articles;
using QnA.Core.Ingestion;
using QnA.Sources.Files.Limits;

namespace QnA.Sources.Files;

/// <summary>What the readers of files that are one article each have in common.</summary>
internal abstract class SingleArticleReader : IArticleFileReader
{
    public abstract IReadOnlyCollection<string> Extensions { get; }

    /// <summary>Gets what the bytes of its files must look like.</summary>
    protected virtual ContentKind Kind => ContentKind.Text;

    public async IAsyncEnumerable<SourceItem> ReadAsync(FileReadContext file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var bytes = await file.ReadAllBytesAsync(cancellationToken).ConfigureAwait(false);
        ContentKinds.Check(bytes, Kind, Path.GetExtension(file.Path));
        var article = await file.ParseAsync(budget => Read(file, bytes, budget), cancellationToken).ConfigureAwait(false);
        yield return string.IsNullOrWhiteSpace(article.Text.Value)
            ? throw new ArticleFormatException("The file has no text.")
            : new ReadArticle(article, Line: null, bytes.Length);
    }

    /// <summary>Reads the article.</summary>
    /// <exception cref="ArticleFormatException">The contents are wrong.</exception>
    protected abstract Article Read(FileReadContext file, byte[] bytes, DocumentBudget budget);
}
