using Microsoft.Extensions.Options;
using QnA.Core.Articles;
using QnA.Lucene.Index;

namespace QnA.Training.Data;

/// <summary>An index of articles in a directory of its own, gone when it is disposed.</summary>
internal sealed class SetIndex : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("qna-training-");

    private SetIndex() => Store = new LuceneArticleStore(Options.Create(new IndexOptions { Path = _directory.FullName }), TimeProvider.System);

    /// <summary>Gets the index.</summary>
    public LuceneArticleStore Store { get; }

    /// <summary>Indexes articles.</summary>
    public static async Task<SetIndex> CreateAsync(IEnumerable<Article> articles, CancellationToken cancellationToken)
    {
        var index = new SetIndex();
        var writer = await index.Store.OpenWriterAsync(cancellationToken).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            foreach (var article in articles)
            {
                await writer.PutAsync(article, cancellationToken).ConfigureAwait(false);
            }

            await writer.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        return index;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Store.Dispose();
        _directory.Delete(recursive: true);
    }
}
