using System.Runtime.CompilerServices;
using QnA.Core.Articles;
using QnA.Core.Ingestion;

namespace QnA.Sources.Files;

/// <summary>What the readers of files that are one article each have in common.</summary>
internal abstract class SingleArticleReader : IArticleFileReader
{
    public abstract IReadOnlyCollection<string> Extensions { get; }

    public async IAsyncEnumerable<SourceItem> ReadAsync(FileReadContext file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var bytes = await file.ReadAllBytesAsync(cancellationToken).ConfigureAwait(false);

        // Parsers know no cancellation: whoever stops the work need not wait for the page at hand.
        var article = await Task.Run(() => Read(file, bytes), cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
        yield return string.IsNullOrWhiteSpace(article.Text.Value)
            ? throw new ArticleFormatException("The file has no text.")
            : new ReadArticle(article, Line: null, bytes.Length);
    }

    /// <summary>Reads the article.</summary>
    /// <exception cref="ArticleFormatException">The contents are wrong.</exception>
    protected abstract Article Read(FileReadContext file, byte[] bytes);
}
