using QnA.Answering.Analysis;
using QnA.Answering.Retrieval;
using QnA.Core.Access;
using QnA.Core.Articles;
using QnA.Core.Questions;
using QnA.Core.Retrieval;
using QnA.Text;
using QnA.Text.Words;

namespace QnA.Answering.Tests.Retrieval;

/// <summary>The smallest store that can be searched: passages in a list, retrieval and statistics, nothing else.</summary>
internal sealed class InMemoryPassageIndex(IReadOnlyList<Article> articles) : IPassageIndex
{
    public LanguageAnalyses Analyses { get; } = new(_ => new FoldingStemmer());

    public ValueTask<IPassageView?> OpenAsync(StandaloneQuestion question, ArticleVisibility visibility, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IPassageView?>(articles.Count == 0 ? null : new View(Analyses, articles, question.Filter, visibility));
    }

    private sealed record Stored(Article Article, IReadOnlyList<TextSpan> Sentences, HashSet<string> Terms);

    private sealed class FoldingStemmer : IStemmer
    {
        public string TermOf(string word) => Folding.Fold(word.ToLowerInvariant());
    }

    private sealed class View : IPassageView
    {
        private readonly LanguageAnalysis _analysis;
        private readonly List<Stored> _all;
        private readonly List<Stored> _searched;
        private readonly (int, int) _counts;

        public View(LanguageAnalyses analyses, IReadOnlyList<Article> articles, ArticleFilter filter, ArticleVisibility visibility)
        {
            _analysis = analyses.Get("en");
            _all = [.. articles.SelectMany(article => PassageBuilder.Build(article, "en"), (article, p) => new Stored(article, p.Passage.Sentences, TermsOf(article, p.Passage.Span)))];
            _searched = [.. _all.Where(stored => filter.Passes(stored.Article) && visibility.Shows(stored.Article))];
            _counts = (articles.Count(a => filter.Passes(a) && visibility.Shows(a)), articles.Count(visibility.Shows));
        }

        public IReadOnlyList<string> Languages => ["en"];

        public int PassageCount => _all.Count;

        public ValueTask<IReadOnlyList<int>> CountPassagesAsync(IReadOnlyList<string> terms, CancellationToken cancellationToken) =>
            ValueTask.FromResult<IReadOnlyList<int>>(
                [.. terms.Select(term => _searched.Exists(stored => stored.Terms.Contains(term)) ? _all.Count(stored => stored.Terms.Contains(term)) : 0)]);

        public ValueTask<Candidates> FindAsync(PassageQuery query, int count, CancellationToken cancellationToken)
        {
            var found = _searched.Select((stored, number) => (Stored: stored, Number: number, Score: query.Terms.Where(term => Has(stored, term)).Sum(term => term.Weight)))
                .Where(hit => hit.Score > 0)
                .OrderByDescending(hit => hit.Score)
                .Take(count)
                .ToList();
            var articles = found.Select(hit => hit.Stored.Article).Distinct().ToDictionary(article => article.Id, article => Candidate(article, query));
            return ValueTask.FromResult(new Candidates(
                [.. found.Select(hit => new CandidatePassage(articles[hit.Stored.Article.Id], hit.Stored.Sentences, [], [], [], hit.Score) { Number = hit.Number })]));
        }

        public ValueTask<ArticleCopies> FindCopiesAsync(IReadOnlyList<CandidatePassage> passages, CancellationToken cancellationToken) =>
            ValueTask.FromResult(ArticleCopies.None);

        public ValueTask<(int Filtered, int All)> CountArticlesAsync(CancellationToken cancellationToken) => ValueTask.FromResult(_counts);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private CandidateArticle Candidate(Article article, PassageQuery query)
        {
            var passages = _searched.FindAll(stored => stored.Article.Id == article.Id);
            int[] having = [.. query.Terms.Select(term => passages.Count(stored => Has(stored, term)))];
            return new CandidateArticle(article, _analysis, having.Count(count => count > 0), passages.Count, having) { Number = 0 };
        }

        private static bool Has(Stored stored, QueryTerm term) => term.Variants.Any(stored.Terms.Contains);

        private HashSet<string> TermsOf(Article article, TextSpan span)
        {
            var terms = new HashSet<string>(StringComparer.Ordinal);
            var words = new WordScanner(article.Text.Slice(span));
            while (words.MoveNext())
            {
                terms.Add(_analysis.Analyze(words.Word, words.IsPiece).Term);
            }

            return terms;
        }
    }
}
