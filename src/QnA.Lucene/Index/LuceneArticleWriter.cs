using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Util;
using QnA.Answering.Analysis;
using QnA.Core.Articles;
using QnA.Core.Embeddings;
using QnA.Core.Ingestion;
using QnA.Lucene.Vectors;
using QnA.Text;
using QnA.Text.Detection;
using Lock = System.Threading.Lock;
using LuceneTerm = Lucene.Net.Index.Term;

namespace QnA.Lucene.Index;

/// <summary>Writes articles, and the vectors of their passages, to a Lucene index.</summary>
internal sealed class LuceneArticleWriter : IArticleWriter, IVectorWriter
{
    // Enough for about 20,000 passages between flushes and small beside the rest of the process.
    private const double BufferMegabytes = 48;

    private readonly WriterLock _lock;
    private readonly IndexWriter _writer;
    private readonly LanguageAnalyses _analyses;
    private readonly TextLanguages _textLanguages;
    private readonly string _path;
    private readonly Action _committed;
    private readonly ConcurrentBag<ArticleBlock> _blocks = [];

    // The hashes of the ids that were put. What is new is added and not replaced: Lucene looks for everything to be replaced in each segment.
    private readonly (Lock Gate, HashSet<int> Put)[] _put = [.. Enumerable.Range(0, 64).Select(_ => (new Lock(), new HashSet<int>()))];
    private DirectoryReader? _written;

    private LuceneArticleWriter(
        WriterLock writerLock, IndexWriter writer, LanguageAnalyses analyses, TextLanguages textLanguages, string path, Action committed)
    {
        _lock = writerLock;
        _writer = writer;
        _analyses = analyses;
        _textLanguages = textLanguages;
        _path = path;
        _committed = committed;
    }

    /// <inheritdoc/>
    public required IReadOnlyDictionary<string, StoredArticle> Stored { get; init; }

    /// <summary>Opens the writer of a directory.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="analyses">Make the terms.</param>
    /// <param name="textLanguages">Find the language of articles that do not say theirs.</param>
    /// <param name="path">The directory's path, for the lock and for messages.</param>
    /// <param name="committed">Called after each commit.</param>
    /// <exception cref="ArticleStoreException">Another writer is open.</exception>
    public static LuceneArticleWriter Open(
        global::Lucene.Net.Store.Directory directory, LanguageAnalyses analyses, TextLanguages textLanguages, string path, Action committed)
    {
        var writerLock = WriterLock.Take(path);
        IndexWriter? writer = null;
        try
        {
            writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer: null)
            {
                OpenMode = OpenMode.CREATE_OR_APPEND,
                RAMBufferSizeMB = BufferMegabytes,
                Similarity = new PassageSimilarity(),
                WriteLockTimeout = 0,
            });
            var stored = DirectoryReader.IndexExists(directory) ? ReadStored(directory, path) : [];
            writer.SetCommitData(IndexFormat.UserData);
            return new LuceneArticleWriter(writerLock, writer, analyses, textLanguages, path, committed) { Stored = stored };
        }
        catch
        {
            writer?.Rollback();
            writerLock.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask<int> PutAsync(Article article, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(article);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Write(article, vectorOf: null));
    }

    /// <inheritdoc/>
    public ValueTask RemoveAsync(string articleId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        IndexErrors.Explain("written", _path, () => _writer.DeleteDocuments(new LuceneTerm(IndexFields.Article, articleId)));
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ArticleWithoutVectors>> FindWithoutVectorsAsync(string model, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ArticleWithoutVectors>>(IndexErrors.Explain("read", _path, () =>
        {
            _written?.Dispose();
            _written = DirectoryReader.Open(_writer, applyAllDeletes: true);
            return MissingVectors.Find(_written, VectorCodec.MarkOf(model), cancellationToken);
        }));

    /// <inheritdoc/>
    public ValueTask<PassageTexts> ReadPassagesAsync(string articleId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var article = _written is null ? null : IndexErrors.Explain("read", _path, () => ArticleDocument.Find(_written, articleId));
        return article is null
            ? throw new ArgumentException($"The article '{articleId}' is not among those that were found.", nameof(articleId))
            : ValueTask.FromResult(new PassageTexts(article, [.. PassageBuilder.Build(article, LanguageCode.Of(article.TextLanguage))
                .Select(passage => ArticleBlock.TitleOf(article, passage.Headings) + "\n" + article.Text.Slice(passage.Passage.Span).ToString())]));
    }

    /// <inheritdoc/>
    public ValueTask PutVectorsAsync(
        PassageTexts passages, string model, IReadOnlyList<ReadOnlyMemory<float>> vectors, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(passages);
        ArgumentNullException.ThrowIfNull(vectors);
        cancellationToken.ThrowIfCancellationRequested();
        var mark = VectorCodec.MarkOf(model);
        Write(passages.Article, i => VectorCodec.Encode(mark, vectors[i].Span));
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        IndexErrors.Explain("written", _path, _writer.Commit);
        _committed();
        return ValueTask.CompletedTask;
    }

    /// <summary>Merges all segments into one, drops what was replaced or removed, and commits.</summary>
    /// <param name="cancellationToken">Stops the work; nothing but <see cref="DisposeAsync"/> may follow, and the last commit stays.</param>
    public void Merge(CancellationToken cancellationToken)
    {
        // Closing the writer is the only way to end a merge that runs.
        using var stop = cancellationToken.Register(_writer.Rollback);
        try
        {
            IndexErrors.Explain("written", _path, () =>
            {
                _writer.ForceMerge(1);
                _writer.Commit();
            });
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }

        _committed();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        try
        {
            _written?.Dispose();
            foreach (var block in _blocks)
            {
                block.Dispose();
            }

            IndexErrors.Explain("written", _path, Close);
        }
        finally
        {
            _lock.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    // Rollback also closes; what was committed stays.
    private void Close()
    {
        try
        {
            _writer.Rollback();
        }
        catch
        {
            // A merge in the background failed and left the writer open: its lock would keep out the next one.
            _writer.Rollback();
            throw;
        }
    }

    private int Write(Article article, Func<int, BytesRef>? vectorOf)
    {
        var textLanguage = _textLanguages.Of(article.TextLanguage, article.Text.Value);
        if (!_blocks.TryTake(out var block))
        {
            block = new ArticleBlock();
        }

        block.Read(article, textLanguage, _analyses.Get(LanguageCode.Of(textLanguage)));
        IndexErrors.Explain("written", _path, () => Put(article.Id, block.Documents(vectorOf)));
        // Not after a failure: what it holds then is not known.
        _blocks.Add(block);
        return block.Passages.Count;
    }

    private void Put(string articleId, IEnumerable<IEnumerable<IIndexableField>> block)
    {
        var hash = articleId.GetHashCode(StringComparison.Ordinal);
        var (gate, put) = _put[(uint)hash % _put.Length];
        // Two threads that put one id must not both take it for new.
        lock (gate)
        {
            if (put.Add(hash) && !Stored.ContainsKey(articleId))
            {
                _writer.AddDocuments(block);
            }
            else
            {
                _writer.UpdateDocuments(new LuceneTerm(IndexFields.Article, articleId), block);
            }
        }
    }

    private static Dictionary<string, StoredArticle> ReadStored(global::Lucene.Net.Store.Directory directory, string path)
    {
        using var reader = DirectoryReader.Open(directory);
        IndexFormat.Check(reader.IndexCommit.UserData, path);
        var stored = new Dictionary<string, StoredArticle>(StringComparer.Ordinal);
        foreach (var leaf in reader.Leaves)
        {
            ReadStored(leaf.AtomicReader, stored);
        }

        return stored;
    }

    private static void ReadStored(AtomicReader reader, Dictionary<string, StoredArticle> stored)
    {
        var ids = reader.GetBinaryDocValues(IndexFields.Id);
        var fingerprints = reader.GetBinaryDocValues(IndexFields.Fingerprint);
        var locations = reader.GetSortedDocValues(IndexFields.Location);
        if (ids is null || fingerprints is null || locations is null)
        {
            return;
        }

        var texts = new string?[locations.ValueCount];
        var bytes = new BytesRef();
        for (var document = 0; document < reader.MaxDoc; document++)
        {
            ids.Get(document, bytes);
            if (bytes.Length == 0 || reader.LiveDocs?.Get(document) == false)
            {
                continue;
            }

            var id = bytes.Utf8ToString();
            fingerprints.Get(document, bytes);
            var fingerprint = Convert.ToHexStringLower(bytes.Bytes, bytes.Offset, bytes.Length);
            var ordinal = locations.GetOrd(document);
            if (texts[ordinal] is not { } location)
            {
                locations.LookupOrd(ordinal, bytes);
                texts[ordinal] = location = bytes.Utf8ToString();
            }

            stored[id] = new StoredArticle(fingerprint, location);
        }
    }
}
