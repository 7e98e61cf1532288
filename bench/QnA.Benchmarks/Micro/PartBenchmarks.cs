using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Options;
using QnA.Core.Answers;
using QnA.Core.Articles;
using QnA.Core.Questions;
using QnA.Core.Retrieval;
using QnA.Core.Verification;
using QnA.Search;
using QnA.Search.Analysis;
using QnA.Search.Extractive;
using QnA.Search.Index;
using QnA.Search.Ranking;
using QnA.Search.Retrieval;
using QnA.Search.Sentences;

namespace QnA.Benchmarks.Micro;

/// <summary>The parts of an answer, each alone, over the articles that come with QnA.</summary>
/// <remarks>In this process: the projects' common output folder is not where BenchmarkDotNet would look for a program of its own.</remarks>
[InProcess]
[MemoryDiagnoser]
public class PartBenchmarks
{
    private const string Asked = "How many people were evacuated from Lower Quay during the storm?";

    private DirectoryInfo _directory = null!;
    private LuceneArticleStore _store = null!;
    private Article _article = null!;
    private SearcherLease _lease = null!;
    private QuestionTerms _terms = null!;
    private List<FoundPassage> _passages = null!;
    private PassageFinder _finder = null!;
    private SentenceRanker _ranker = null!;
    private ClaimVerifier _verifier = null!;
    private DraftClaim _claim = null!;

    /// <summary>Makes an index of articles.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _directory = Directory.CreateTempSubdirectory("qna-bench-");
        _store = new LuceneArticleStore(Options.Create(new IndexOptions { Path = _directory.FullName }), TimeProvider.System);
        Fill().GetAwaiter().GetResult();
        _lease = _store.Acquire()!;
        _terms = QuestionTerms.Of(Asked, _store.Languages, _lease.Searcher);
        _finder = new PassageFinder(_store.Languages);
        _passages = _finder.Find(_lease.Searcher, _terms, "", LucenePassageSearch.CandidatePassages);
        _ranker = new SentenceRanker(RankingNetwork.LoadShipped());
        var options = new FixedOptions();
        _verifier = new ClaimVerifier(options);
        List<RankedSentence> sentences = [.. _ranker.Rank(_terms, _passages).Select(r => new RankedSentence(r.Sentence.Article.Article, r.Sentence.Span, r.Probability))];
        var (article, span) = QuoteChooser.Choose(sentences, options.CurrentValue)[0];
        _claim = new DraftClaim(null, [new DraftQuote(article, span)]);
    }

    /// <summary>Removes the index.</summary>
    [GlobalCleanup]
    public void Cleanup()
    {
        _lease.Dispose();
        _store.Dispose();
        _directory.Delete(recursive: true);
    }

    /// <summary>Splits an article into sentences.</summary>
    [Benchmark]
    public int Split() => SentenceSplitter.Split(_article.Text, "en").Count;

    /// <summary>Makes the terms of an article.</summary>
    [Benchmark]
    public int Analyse()
    {
        var analysis = _store.Languages.Get("en");
        var words = new WordScanner(_article.Text.Value);
        var length = 0;
        while (words.MoveNext())
        {
            length += analysis.Analyze(words.Word, words.IsPiece).Term.Length;
        }

        return length;
    }

    /// <summary>Finds the passages of a question.</summary>
    [Benchmark]
    public int Find() => _finder.Find(_lease.Searcher, _terms, "", LucenePassageSearch.CandidatePassages).Count;

    /// <summary>Ranks the sentences of passages.</summary>
    [Benchmark]
    public int Rank() => _ranker.Rank(_terms, _passages).Count;

    /// <summary>Verifies a quote.</summary>
    [Benchmark]
    public bool Verify() => _verifier.TryVerify(_claim, new StandaloneQuestion(Asked), out _, out _);

    private async Task Fill()
    {
        var folder = Path.Combine(RepositoryFolder(), "articles");
        var writer = await _store.OpenWriterAsync(CancellationToken.None).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal))
            {
                _article = new Article(Path.GetFileName(file), await File.ReadAllTextAsync(file).ConfigureAwait(false));
                await writer.PutAsync(_article, CancellationToken.None).ConfigureAwait(false);
            }

            await writer.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static string RepositoryFolder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "QnA.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Run the benchmarks inside the repository: its articles are read.");
        }

        return folder;
    }

    private sealed class FixedOptions : IOptionsMonitor<AnswerOptions>
    {
        public AnswerOptions CurrentValue { get; } = new();

        public AnswerOptions Get(string? name) => CurrentValue;

        public IDisposable? OnChange(Action<AnswerOptions, string?> listener) => null;
    }
}
