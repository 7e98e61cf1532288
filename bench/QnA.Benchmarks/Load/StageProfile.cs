using Microsoft.Extensions.Options;
using QnA.Benchmarks.Corpus;
using QnA.Search;
using QnA.Search.Index;
using QnA.Search.Ranking;
using QnA.Search.Retrieval;
using QnA.Search.Vectors;

namespace QnA.Benchmarks.Load;

/// <summary>Measures where the processor time of a search goes, stage by stage.</summary>
/// <remarks>Processor time, not time on the clock: other programs on the machine do not count.</remarks>
internal static class StageProfile
{
    /// <summary>Measures an index of QnA.</summary>
    /// <returns>Milliseconds of processor time a question, by stage.</returns>
    public static Dictionary<string, double> Of(LoadFiles files, string[] questions, CancellationToken cancellationToken)
    {
        using var store = new LuceneArticleStore(Options.Create(new IndexOptions { Path = files.QnAIndex }), TimeProvider.System);
        using var lease = store.Acquire() ?? throw new InvalidOperationException($"There is no index {files.QnAIndex}.");
        var searcher = lease.Searcher;
        var finder = new PassageFinder(store.Languages);
        var ranker = new SentenceRanker(RankingModel.LoadShipped());
        var terms = new QuestionTerms?[questions.Length];
        var passages = new List<FoundPassage>[questions.Length];
        var stages = new Dictionary<string, double>(StringComparer.Ordinal);
        // The second round is measured: the first compiles the code.
        for (var round = 0; round < 2; round++)
        {
            ReturnCursors();
            stages["terms of the question"] = Measure(i => terms[i] = QuestionTerms.Of(questions[i], store.Languages, searcher));
            stages["find passages and read articles"] =
                Measure(i => passages[i] = finder.Find(searcher, terms[i]!, "", SimilarPassages.None, LucenePassageSearch.CandidatePassages));
            stages["of which read texts again"] = Measure(i =>
            {
                foreach (var article in passages[i].Select(p => p.Article).Distinct(ReferenceEqualityComparer.Instance).Cast<FoundArticle>())
                {
                    _ = Find(store, article.Article.Id);
                }
            });
            stages["features of sentences"] = Measure(i => SentenceFeatures.Of(terms[i]!, passages[i]));
            stages["rank sentences, features included"] = Measure(i => ranker.Rank(terms[i]!, passages[i]));
        }

        ReturnCursors();
        return stages;

        void ReturnCursors()
        {
            foreach (var asked in terms)
            {
                asked?.States.Dispose();
            }
        }

        double Measure(Action<int> stage)
        {
            var before = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < questions.Length; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                stage(i);
            }

            return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / questions.Length;
        }
    }

    private static bool Find(LuceneArticleStore store, string id) => store.FindAsync(id, CancellationToken.None).AsTask().IsCompletedSuccessfully;
}
