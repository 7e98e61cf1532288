using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using QnA.Search.Analysis;
using QnA.Search.Index;
using QnA.Search.Ranking;
using QnA.Search.Vectors;

namespace QnA.Search.Retrieval;

/// <summary>Finds the passages that a question's answer may stand in.</summary>
/// <remarks>
/// First Lucene ranks passages by their text and titles; then the best are ranked anew with how well their whole articles match, which
/// brings up the article on the subject before one that mentions it. Safe for concurrent use.
/// </remarks>
internal sealed class PassageFinder(Languages languages)
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
    /// <param name="terms">The question's terms.</param>
    /// <param name="context">Words that help to find passages but are not asked for; may be empty.</param>
    /// <param name="similar">The passages that are nearest by meaning; may be none.</param>
    /// <param name="count">How many passages at most.</param>
    /// <param name="scope">The articles that are searched; <see langword="null"/> for all.</param>
    /// <returns>The passages, best first.</returns>
    public List<FoundPassage> Find(
        PassageSearcher searcher, QuestionTerms terms, string context, SimilarPassages similar, int count, ArticleScope? scope = null)
    {
        var contextTerms = ContextTerms(context, terms, searcher);
        var hits = FirstOf(searcher.Search(QueryOf(terms, contextTerms), scope, 2 * FirstPassages).ScoreDocs).ToDictionary(hit => hit.Doc, hit => hit.Score);
        var places = hits.Keys.Concat(similar.Hits.Select(hit => hit.Document)).Distinct()
            .ToDictionary(document => document, document => PassagePlace.Of(searcher, document));
        var articleScores = ArticleScorer.Score(searcher, places.Values.Select(p => p.ArticleDocument), terms.States, Weigh(searcher, terms, contextTerms));
        var scores = places.ToDictionary(
            place => place.Key,
            place => hits.GetValueOrDefault(place.Key) + (ArticleWeight * articleScores[place.Value.ArticleDocument]));
        var ties = new PassageOrder(searcher, places);
        var order = similar.Hits.Count == 0 ? scores : ReciprocalRank.Fuse(
            [.. BestFirst(scores.Where(score => hits.ContainsKey(score.Key)), ties)],
            [.. similar.Hits.Select(hit => hit.Document)]);
        var articles = new Dictionary<int, FoundArticle>();
        return
        [
            .. BestFirst(order, ties).Take(count).Select(document =>
                Read(searcher, terms, document, places[document], scores[document], articleScores, articles) with { Order = order[document] }),
        ];
    }

    // Those that score as the last one are in as well: which of them Lucene puts first depends on when segments were merged.
    private static IEnumerable<ScoreDoc> FirstOf(ScoreDoc[] hits) =>
        hits.Length <= FirstPassages ? hits : hits.TakeWhile(hit => hit.Score >= hits[FirstPassages - 1].Score);

    private static IEnumerable<int> BestFirst(IEnumerable<KeyValuePair<int, double>> scores, PassageOrder ties) =>
        scores.OrderByDescending(score => score.Value).ThenBy(score => score.Key, ties).Select(score => score.Key);

    private List<(string Term, double Weight)> ContextTerms(string context, QuestionTerms terms, PassageSearcher searcher)
    {
        var found = new List<(string, double)>();
        if (context.Length == 0)
        {
            return found;
        }

        foreach (var term in QuestionTerms.Of(context, languages, searcher).Terms)
        {
            if (!term.IsFunctionWord && term.Variants.All(variant => terms.IndexOf(variant) < 0))
            {
                found.AddRange(term.Variants.Select(variant => (variant, ContextWeight)));
            }
        }

        return found;
    }

    private static BooleanQuery QueryOf(QuestionTerms terms, List<(string Term, double Weight)> context)
    {
        var query = new BooleanQuery(disableCoord: true);
        foreach (var term in terms.Terms)
        {
            if (term.Frequency > 0 && !(term.IsFunctionWord && term.Frequency > MaxFunctionWordFrequency))
            {
                foreach (var variant in term.Variants)
                {
                    Add(query, terms.States, variant, (float)term.Weight);
                }
            }
        }

        foreach (var (term, weight) in context)
        {
            Add(query, terms.States, term, (float)weight);
        }

        return query;
    }

    private static void Add(BooleanQuery query, TermStates states, string term, float boost)
    {
        AddField(IndexFields.Text, boost);
        AddField(IndexFields.Title, boost * TitleBoost);

        void AddField(string field, float fieldBoost)
        {
            var one = states.Query(field, term);
            one.Boost = fieldBoost;
            query.Add(one, Occur.SHOULD);
        }
    }

    private static List<(string Term, double Weight)> Weigh(
        PassageSearcher searcher, QuestionTerms terms, List<(string Term, double Weight)> context)
    {
        var weighed = new List<(string, double)>();
        foreach (var term in terms.Terms)
        {
            weighed.AddRange(term.Variants.Select(variant => (variant, term.Weight)));
        }

        weighed.AddRange(context);
        return [.. weighed.Select(p => (p.Item1, p.Item2 * Rarity(searcher, terms.States, p.Item1)))];
    }

    private static double Rarity(PassageSearcher searcher, TermStates states, string term) =>
        QuestionTerms.Rarity(states.DocumentFrequency(IndexFields.ArticleTerms, term), searcher.Statistics.Articles);

    private FoundPassage Read(
        PassageSearcher searcher,
        QuestionTerms terms,
        int document,
        PassagePlace place,
        double score,
        Dictionary<int, double> scores,
        Dictionary<int, FoundArticle> articles)
    {
        if (!articles.TryGetValue(place.ArticleDocument, out var article))
        {
            article = ReadArticle(searcher, terms, place, scores[place.ArticleDocument]);
            articles.Add(place.ArticleDocument, article);
        }

        var before = place.Encoded.Ordinal > 0 ? PassagePlace.Of(searcher, document - 1).Encoded.Sentences : [];
        var after = place.Encoded.DocumentsToArticle > 1 ? PassagePlace.Of(searcher, document + 1).Encoded.Sentences : [];
        return new FoundPassage(article, place.Encoded.Sentences, before, after, place.Encoded.Heading, score) { Document = document };
    }

    private FoundArticle ReadArticle(PassageSearcher searcher, QuestionTerms terms, PassagePlace place, double score)
    {
        var article = ArticleCodec.Read(searcher.Doc(place.ArticleDocument));
        var leaf = searcher.LeafOf(place.ArticleDocument);
        var bytes = new BytesRef();
        leaf.AtomicReader.GetSortedDocValues(IndexFields.Language).Get(place.ArticleDocument - leaf.DocBase, bytes);
        var first = place.ArticleDocument - leaf.DocBase - place.Passages;
        var counts = terms.Terms.Select(term => term.Variants.Sum(v => CountDocuments(terms.States, leaf, v, first, place.Passages)));
        return new FoundArticle(article, languages.Get(bytes.Utf8ToString()), score, place.Passages, [.. counts]);
    }

    private static int CountDocuments(TermStates states, AtomicReaderContext segment, string term, int first, int count)
    {
        var documents = states.Documents(segment, IndexFields.Text, term);
        var found = 0;
        for (var document = documents?.Advance(first) ?? DocIdSetIterator.NO_MORE_DOCS; document < first + count; document = documents!.NextDoc())
        {
            found++;
        }

        return found;
    }
}

/// <summary>Where a passage stands in the index.</summary>
/// <param name="ArticleDocument">The document of its article.</param>
/// <param name="Encoded">What the index holds of it.</param>
internal sealed record PassagePlace(int ArticleDocument, EncodedPassage Encoded)
{
    /// <summary>Gets how many passages the article has.</summary>
    public int Passages => Encoded.Ordinal + Encoded.DocumentsToArticle;

    /// <summary>Reads where a passage stands.</summary>
    public static PassagePlace Of(PassageSearcher searcher, int document)
    {
        var leaf = searcher.LeafOf(document);
        var bytes = new BytesRef();
        leaf.AtomicReader.GetBinaryDocValues(IndexFields.Passage).Get(document - leaf.DocBase, bytes);
        var encoded = PassageCodec.Decode(bytes);
        return new PassagePlace(document + encoded.DocumentsToArticle, encoded);
    }
}
