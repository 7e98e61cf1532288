using System.Globalization;
using System.Text.Json;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using QnA.Benchmarks.Corpus;

namespace QnA.Benchmarks.Load;

/// <summary>
/// Lucene.NET as its tutorials use it: the passages, already cut, each a document with its text stored and indexed by the standard
/// analyzer; a question is a query of its terms, its answer the texts of the ten best passages.
/// </summary>
internal sealed class RawLuceneEngine : IEngine
{
    private const string Text = "text";
    private const int Hits = 10;

    private readonly Analyzer _analyzer = new StandardAnalyzer(LuceneVersion.LUCENE_48);
    private FSDirectory? _directory;
    private DirectoryReader? _reader;
    private IndexSearcher? _searcher;

    /// <inheritdoc/>
    public async Task<int> IngestAsync(LoadFiles files, CancellationToken cancellationToken)
    {
        using var directory = FSDirectory.Open(files.RawIndex);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, _analyzer) { OpenMode = OpenMode.CREATE });
        var count = 0;
        // On all cores, as QnA writes.
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(File.ReadLinesAsync(files.Passages, cancellationToken), options, (line, _) =>
        {
            writer.AddDocument(new Document { new TextField(Text, JsonSerializer.Deserialize<string>(line)!, Field.Store.YES) });
            Interlocked.Increment(ref count);
            return ValueTask.CompletedTask;
        }).ConfigureAwait(false);
        writer.Commit();
        return count;
    }

    /// <inheritdoc/>
    public void Open(LoadFiles files)
    {
        _directory = FSDirectory.Open(files.RawIndex);
        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader);
    }

    /// <inheritdoc/>
    public Task<int> AskAsync(string question, CancellationToken cancellationToken)
    {
        var query = new BooleanQuery();
        using (var terms = _analyzer.GetTokenStream(Text, question))
        {
            var term = terms.GetAttribute<ICharTermAttribute>();
            terms.Reset();
            while (terms.IncrementToken())
            {
                query.Add(new TermQuery(new Term(Text, term.ToString())), Occur.SHOULD);
            }

            terms.End();
        }

        var length = 0;
        foreach (var hit in _searcher!.Search(query, Hits).ScoreDocs)
        {
            length += _searcher.Doc(hit.Doc).GetField(Text).GetStringValue(CultureInfo.InvariantCulture).Length;
        }

        return Task.FromResult(length);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _reader?.Dispose();
        _directory?.Dispose();
        _analyzer.Dispose();
        return ValueTask.CompletedTask;
    }
}
