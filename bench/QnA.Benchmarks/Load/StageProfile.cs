using Microsoft.Extensions.Options;
using QnA.Core.Questions;
using QnA.Core.Access;
using QnA.Answering.Ranking;
using QnA.Answering.Retrieval;
using QnA.Benchmarks.Corpus;
using QnA.Lucene.Index;
using QnA.Lucene.Retrieval;

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
        var index = new LucenePassageIndex(store);
        var ranker = new SentenceRanker(RankingModel.LoadShipped());
        var terms = new QuestionTerms?[questions.Length];
        var passages = new IReadOnlyList<CandidatePassage>[questions.Length];
        var views = new IPassageView?[questions.Length];
        var stages = new Dictionary<string, double>(StringComparer.Ordinal);
        // The second round is measured: the first compiles the code.
        for (var round = 0; round < 2; round++)
        {
            CloseViews();
            stages["terms of the question"] = Measure(i =>
            {
                views[i] = Wait(index.OpenAsync(new StandaloneQuestion(questions[i]), ArticleVisibility.Everything, cancellationToken))
                    ?? throw new InvalidOperationException($"There is no index {files.QnAIndex}.");
                terms[i] = Wait(QuestionTerms.OfAsync(questions[i], index.Analyses, views[i]!, cancellationToken));
            });
            stages["find passages and read articles"] =
                Measure(i => passages[i] = Wait(PassageSearch.FindAsync(views[i]!, terms[i]!, "", PassageSearch.CandidatePassages, cancellationToken)).Passages);
            stages["of which read texts again"] = Measure(i =>
            {
                foreach (var article in passages[i].Select(p => p.Article).Distinct(ReferenceEqualityComparer.Instance).Cast<CandidateArticle>())
                {
                    _ = Find(store, article.Article.Id);
                }
            });
            stages["features of sentences"] = Measure(i => SentenceFeatures.Of(terms[i]!, passages[i]));
            stages["rank sentences, features included"] = Measure(i => ranker.Rank(terms[i]!, passages[i]));
        }

        CloseViews();
        return stages;

        void CloseViews()
        {
            foreach (var view in views)
            {
                view?.DisposeAsync().AsTask().GetAwaiter().GetResult();
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

    // The index is a local one: what it gives is there at once.
    private static T Wait<T>(ValueTask<T> task) => task.AsTask().GetAwaiter().GetResult();

    private static bool Find(LuceneArticleStore store, string id) => store.FindAsync(id, CancellationToken.None).AsTask().IsCompletedSuccessfully;
}
