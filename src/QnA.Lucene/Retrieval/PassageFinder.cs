using Lucene.Net.Util;
using QnA.Answering.Analysis;
using QnA.Answering.Ranking;
using QnA.Answering.Retrieval;
using QnA.Lucene.Index;
using QnA.Lucene.Vectors;

namespace QnA.Lucene.Retrieval;

/// <summary>Finds the passages that a question's answer may stand in.</summary>
/// <remarks>
/// First Lucene ranks passages by their text and titles; then the best are ranked anew with how well their whole articles match, which
/// brings up the article on the subject before one that mentions it. Safe for concurrent use.
/// </remarks>
internal sealed class PassageFinder(LanguageAnalyses analyses)
{
    // Enough that the right article is nearly always among them, few enough to score their articles in no time.
    private const int FirstPassages = 100;

    private const float TitleBoost = 0.5f;
    private const double ArticleWeight = 0.5;

    // Words of the question before help to stay on the subject without outweighing what is asked now.
    private const double ContextWeight = 0.3;

    // A function word in more passages than this costs more time than it tells apart.
    private const int MaxFunctionWordFrequency = 20_000;

    /// <summary>Finds passages.</summary>
    /// <param name="searcher">The index.</param>
    /// <param name="states">Where terms stand in it.</param>
    /// <param name="query">What to look for.</param>
    /// <param name="similar">The passages that are nearest by meaning; may be none.</param>
    /// <param name="count">How many passages at most.</param>
    /// <param name="scope">The articles that are searched; <see langword="null"/> for all.</param>
    /// <returns>The passages, best first.</returns>
    public List<CandidatePassage> Find(
        PassageSearcher searcher, TermStates states, PassageQuery query, SimilarPassages similar, int count, ArticleScope? scope = null)
    {
        var hits = FirstOf(TopPassages.Find(searcher, states, ClausesOf(query), 2 * FirstPassages, scope))
            .ToDictionary(hit => hit.Document, hit => hit.Score);
        var places = PassagePlace.Of(searcher, hits.Keys.Concat(similar.Hits.Select(hit => hit.Document)).Distinct());
        var articleScores = ArticleScorer.Score(searcher, places.Values.Select(p => p.ArticleDocument), states, Weigh(searcher, states, query));
        var scores = places.ToDictionary(
            place => place.Key,
            place => hits.GetValueOrDefault(place.Key) + (ArticleWeight * articleScores[place.Value.ArticleDocument]));
        var ties = new PassageOrder(searcher, places);
        var order = similar.Hits.Count == 0 ? scores : ReciprocalRank.Fuse(
            [.. BestFirst(scores.Where(score => hits.ContainsKey(score.Key)), ties)],
            [.. similar.Hits.Select(hit => hit.Document)]);
        int[] best = [.. BestFirst(order, ties).Take(count)];
        var articles = ArticleReader.Read(searcher, analyses, states, query.Terms, best.Select(document => places[document]), articleScores);
        return [.. best.Select(document => Read(searcher, document, articles[places[document].ArticleDocument], scores[document], order[document]))];
    }

    // Those that score as the last one are in as well: which of them Lucene puts first depends on when segments were merged.
    private static IEnumerable<(int Document, float Score)> FirstOf(List<(int Document, float Score)> hits) =>
        hits.Count <= FirstPassages ? hits : hits.TakeWhile(hit => hit.Score >= hits[FirstPassages - 1].Score);

    private static IEnumerable<int> BestFirst(IEnumerable<KeyValuePair<int, double>> scores, PassageOrder ties) =>
        scores.OrderByDescending(score => score.Value).ThenBy(score => score.Key, ties).Select(score => score.Key);

    private static IEnumerable<(string Field, string Term, float Boost)> ClausesOf(PassageQuery query) =>
        query.Terms
            .Where(term => term.Passages > 0 && !(term.IsFunctionWord && term.Passages > MaxFunctionWordFrequency))
            .SelectMany(WeightsOf)
            .Concat(ContextOf(query))
            .SelectMany(term => (IEnumerable<(string, string, float)>)
                [(IndexFields.Text, term.Term, (float)term.Weight), (IndexFields.Title, term.Term, (float)term.Weight * TitleBoost)]);

    private static List<(string Term, double Weight)> Weigh(PassageSearcher searcher, TermStates states, PassageQuery query) =>
        [.. query.Terms.SelectMany(WeightsOf).Concat(ContextOf(query)).Select(term => (term.Term, term.Weight * Rarity(searcher, states, term.Term)))];

    private static IEnumerable<(string Term, double Weight)> WeightsOf(QueryTerm term) => term.Variants.Select(variant => (variant, term.Weight));

    private static IEnumerable<(string Term, double Weight)> ContextOf(PassageQuery query) => query.Context.Select(term => (term, ContextWeight));

    private static double Rarity(PassageSearcher searcher, TermStates states, string term) =>
        QuestionTerms.Rarity(states.DocumentFrequency(IndexFields.ArticleTerms, term), searcher.Statistics.Articles);

    private static CandidatePassage Read(PassageSearcher searcher, int document, CandidateArticle article, double score, double order)
    {
        var leaf = searcher.LeafOf(document);
        var values = leaf.AtomicReader.GetBinaryDocValues(IndexFields.Passage);
        var passage = At(0);
        return new CandidatePassage(
            article,
            passage.Sentences,
            passage.Ordinal > 0 ? At(-1).Sentences : [],
            passage.DocumentsToArticle > 1 ? At(1).Sentences : [],
            passage.Headings,
            score) { Number = document, Order = order };

        EncodedPassage At(int offset)
        {
            var bytes = new BytesRef();
            values.Get(document - leaf.DocBase + offset, bytes);
            var decoded = PassageCodec.Decode(bytes);
            var length = article.Article.Text.Length;
            return decoded.Sentences.Length > 0
                && Array.TrueForAll(decoded.Headings, heading => heading.End <= length)
                && Array.TrueForAll(decoded.Sentences, sentence => !sentence.IsEmpty && sentence.End <= length)
                ? decoded
                : throw new DamagedArticleException($"the sentences of the article '{article.Article.Id}' do not stand in its text");
        }
    }
}
