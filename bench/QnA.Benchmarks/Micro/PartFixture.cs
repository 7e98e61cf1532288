using Microsoft.Extensions.Options;
using QnA.Core.Questions;
using QnA.Core.Access;
using QnA.Answering.Analysis;
using QnA.Answering.Extractive;
using QnA.Answering.Ranking;
using QnA.Answering.Retrieval;
using QnA.Core.Answers;
using QnA.Core.Articles;
using QnA.Core.Retrieval;
using QnA.Core.Verification;
using QnA.Lucene.Index;
using QnA.Lucene.Retrieval;

namespace QnA.Benchmarks.Micro;

/// <summary>An index of the articles that come with QnA, and what every part gets from the one before.</summary>
internal sealed class PartFixture : IDisposable
{
    /// <summary>The question.</summary>
    public const string Question = "How many people were evacuated from Lower Quay during the storm?";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("qna-bench-");
    private LucenePassageIndex _index = null!;
    private IPassageView _view = null!;

    private PartFixture() =>
        Store = new LuceneArticleStore(Options.Create(new IndexOptions { Path = _directory.FullName }), TimeProvider.System);

    /// <summary>Gets the index.</summary>
    public LuceneArticleStore Store { get; }

    /// <summary>Gets the last article.</summary>
    public Article Article { get; private set; } = null!;

    /// <summary>Gets the analyses of the index.</summary>
    public LanguageAnalyses Analyses => _index.Analyses;

    /// <summary>Gets a view of the index.</summary>
    public IPassageView View => _view;

    /// <summary>Gets the question's terms.</summary>
    public QuestionTerms Terms { get; private set; } = null!;

    /// <summary>Gets the passages that were found.</summary>
    public IReadOnlyList<CandidatePassage> Passages { get; private set; } = null!;

    /// <summary>Gets the ranker.</summary>
    public SentenceRanker Ranker { get; } = new(RankingModel.LoadShipped());

    /// <summary>Gets the verifier.</summary>
    public ClaimVerifier Verifier { get; private set; } = null!;

    /// <summary>Gets the first claim of the answer.</summary>
    public DraftClaim Claim { get; private set; } = null!;

    /// <summary>Makes the index and everything after it.</summary>
    public static async Task<PartFixture> CreateAsync()
    {
        var fixture = new PartFixture();
        await fixture.FillAsync().ConfigureAwait(false);
        fixture._index = new LucenePassageIndex(fixture.Store);
        fixture._view = (await fixture._index.OpenAsync(new StandaloneQuestion(Question), ArticleVisibility.Everything, CancellationToken.None).ConfigureAwait(false))!;
        fixture.Terms = await QuestionTerms.OfAsync(Question, fixture.Analyses, fixture._view, CancellationToken.None).ConfigureAwait(false);
        fixture.Passages = (await PassageSearch.FindAsync(
            fixture._view, fixture.Terms, "", PassageSearch.CandidatePassages, CancellationToken.None).ConfigureAwait(false)).Passages;
        var options = new FixedOptions();
        fixture.Verifier = new ClaimVerifier(options);
        var ranked = fixture.Ranker.Rank(fixture.Terms, fixture.Passages);
        List<RankedSentence> sentences = [.. ranked.Select(r => new RankedSentence(r.Sentence.Article.Article, r.Sentence.Span, r.Probability))];
        var found = new SearchResult { Passages = [], Sentences = sentences, Confidence = 1 };
        var (article, span) = QuoteChooser.Choose(found, options.CurrentValue)[0];
        fixture.Claim = new DraftClaim(null, [new DraftQuote(article, span)]);
        return fixture;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _view.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Store.Dispose();
        _directory.Delete(recursive: true);
    }

    private async Task FillAsync()
    {
        var writer = await Store.OpenWriterAsync(CancellationToken.None).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(RepositoryFolder(), "articles"), "*.md").Order(StringComparer.Ordinal))
            {
                Article = new Article(Path.GetFileName(file), await File.ReadAllTextAsync(file).ConfigureAwait(false));
                await writer.PutAsync(Article, CancellationToken.None).ConfigureAwait(false);
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
