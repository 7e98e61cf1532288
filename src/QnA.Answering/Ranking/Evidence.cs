using System.Numerics;
using QnA.Answering.Lexicon;
using QnA.Answering.Retrieval;

namespace QnA.Answering.Ranking;

/// <summary>What speaks for and against that a question's best sentences answer it, in numbers that no language or collection is part of.</summary>
/// <remarks>The ranker compares sentences of one question with each other; these numbers compare questions.</remarks>
internal sealed class Evidence
{
    // A verb that the articles have in another form says as much as the words of a question that are never in an answer.
    private const double ForgivenShare = 0.3;

    // As many sentences as an answer shows.
    private const int Shown = 3;

    private static readonly string[] Weighed =
    [
        "best sentence", "best sentence with likeness", "any sentence", "place of the best", "any place", "wide place of the best",
        "any wide place", "article of the best", "all articles", "rarest word missing at the best", "words missing at the best",
    ];

    private readonly QuestionTerms _terms;
    private readonly IReadOnlyList<RankedCandidate> _ranked;
    private readonly double[] _masses;
    private readonly double _all;
    private readonly Dictionary<CandidateArticle, ulong> _titles = [];

    private Evidence(QuestionTerms terms, IReadOnlyList<RankedCandidate> ranked)
    {
        _terms = terms;
        _ranked = ranked;
        _masses = [.. terms.Terms.Select(MassOf)];
        _all = _masses.Sum();
        if (_all == 0)
        {
            _masses = [.. terms.Terms.Select(term => term.IsFunctionWord ? 0 : 1 + term.Rarity)];
            _all = _masses.Sum();
        }
    }

    /// <summary>Gets the names of the numbers, in their order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Weighed, .. Weighed.Select(name => name + ", text without spaces"),
        "words that no article has", "names that no article has", "numbers that no article has",
        "names missing at the best", "numbers missing at the best", "has names", "has numbers",
        "asked kind missing in the best", "asked kind missing in those shown", "no number shown", "no price shown",
        "probability", "margin", "probability of those shown", "score", "score per word",
        "passage score", "passage margin", "passage of the best", "article score",
        "words in order", "words nearby", "letters in common",
        "words of content", "text without spaces",
    ];

    /// <summary>Tells whether a number speaks for an answer (1), against one (-1), or either (0), whatever else is known.</summary>
    public static int SignOf(string name) => name switch
    {
        "has names" or "has numbers" or "score per word" or "words of content" or "text without spaces" => 0,
        _ when name.Contains("missing", StringComparison.Ordinal) || name.Contains("no ", StringComparison.Ordinal) => -1,
        _ => 1,
    };

    /// <summary>Collects the evidence of a ranking.</summary>
    /// <param name="terms">The question's terms; some say what it is about.</param>
    /// <param name="passages">The passages, best first; at least one.</param>
    /// <param name="ranked">Their sentences, best first; at least one.</param>
    /// <returns>A number for each of <see cref="Names"/>.</returns>
    public static float[] Of(QuestionTerms terms, IReadOnlyList<CandidatePassage> passages, IReadOnlyList<RankedCandidate> ranked)
    {
        var values = new float[Names.Count];
        var row = new FeatureRow(values);
        var evidence = new Evidence(terms, ranked);
        evidence.AddCoverage(ref row);
        evidence.AddMissing(ref row);
        evidence.AddKind(ref row);
        evidence.AddRanking(ref row, passages);
        evidence.AddShape(ref row);
        return row.Filled == values.Length
            ? values
            : throw new InvalidOperationException($"There are {row.Filled} numbers of evidence and {values.Length} names.");
    }

    private Sentence Best => _ranked[0].Sentence;

    private void AddCoverage(ref FeatureRow row)
    {
        double inSentence = 0, inPlace = 0, inWidePlace = 0;
        foreach (var (sentence, _, _) in _ranked)
        {
            inSentence = Math.Max(inSentence, Share(sentence.Terms, sentence.Likeness));
            inPlace = Math.Max(inPlace, Share(Place(sentence), sentence.Likeness));
            inWidePlace = Math.Max(inWidePlace, Share(WidePlace(sentence), sentence.Likeness));
        }

        var missing = TermsWhere((_, term) => !term.IsFunctionWord && !IsForgiven(term)) & ~Place(Best);
        ReadOnlySpan<double> weighed =
        [
            Share(Best.Terms), Share(Best.Terms, Best.Likeness), inSentence, Share(Place(Best), Best.Likeness), inPlace,
            Share(WidePlace(Best), Best.Likeness), inWidePlace,
            Share(TermsWhere((t, _) => Best.Article.TermPassages[t] > 0)), Share(TermsWhere((_, term) => term.Frequency > 0)),
            Rarest(missing), (double)BitOperations.PopCount(missing) / BitOperations.PopCount(_terms.Content),
        ];
        foreach (var value in weighed)
        {
            row.Add(value);
        }

        // Pairs of characters overlap, so that one word written otherwise costs two or three of them.
        var isInPieces = _terms.IsInPieces;
        foreach (var value in weighed)
        {
            row.Add(isInPieces ? value : 0);
        }
    }

    private void AddMissing(ref FeatureRow row)
    {
        var nowhere = TermsWhere((_, term) => !term.IsFunctionWord && term.Frequency == 0 && !IsForgiven(term));
        var wide = WidePlace(Best);
        row.Add(_terms.IsInPieces ? 0 : Math.Min(3, BitOperations.PopCount(nowhere)));
        row.Add((_terms.Names & nowhere) != 0);
        row.Add((_terms.Numbers & nowhere) != 0);
        row.Add(ShareMissing(_terms.Names, wide));
        row.Add(ShareMissing(_terms.Numbers, wide));
        row.Add(_terms.Names != 0);
        row.Add(_terms.Numbers != 0);
    }

    private void AddKind(ref FeatureRow row)
    {
        var shown = _ranked.Take(Shown).ToList();
        var kind = _terms.Kind;
        row.Add(!AnswerFit.Has(kind, Best));
        row.Add(!shown.Exists(r => AnswerFit.Has(kind, r.Sentence)));
        row.Add(kind == QuestionKind.Number && !shown.Exists(r => AnswerFit.Has(kind, r.Sentence)));
        row.Add(AnswerFit.AsksForMoney(_terms) && !shown.Exists(r => AnswerFit.HasMoney(r.Sentence)));
    }

    private void AddRanking(ref FeatureRow row, IReadOnlyList<CandidatePassage> passages)
    {
        var content = BitOperations.PopCount(_terms.Content);
        var mass = Math.Max(1, _terms.Terms.Sum(term => term.Mass));
        var first = passages[0];
        var other = passages.FirstOrDefault(passage => !ReferenceEquals(passage.Article, first.Article))?.Score ?? 0;
        row.Add(_ranked[0].Probability);
        row.Add(_ranked[0].Probability - (_ranked.Count > 1 ? _ranked[1].Probability : 0));
        row.Add(_ranked.Take(Shown).Sum(r => r.Probability));
        row.Add(_ranked[0].Score);
        row.Add(_ranked[0].Score / content);
        row.Add(first.Score / mass);
        row.Add((first.Score - other) / mass);
        row.Add((Best.Passage?.Score ?? 0) / mass);
        row.Add(Best.Article.Score / mass);
    }

    private void AddShape(ref FeatureRow row)
    {
        var order = TermOrder.Of(Best, _terms, new TermMasses(_terms));
        row.Add(order.Near);
        row.Add(order.Around);
        row.Add(_terms.Text.Length > 0 ? Math.Min(1, (double)Best.Grams / _terms.Text.Length) : 0);
        row.Add(Math.Log(1 + BitOperations.PopCount(_terms.Content)));
        row.Add(_terms.IsInPieces);
    }

    // Beside its rarity a word counts for itself: in a small collection hardly any word is rare. What says only what kind of answer is
    // asked for ("which city") need not stand beside the answer.
    private double MassOf(QuestionTerm term) =>
        term.IsFunctionWord || _terms.Phrase.Contains(term.Word, StringComparison.OrdinalIgnoreCase) ? 0
        : (1 + term.Rarity) * (IsForgiven(term) ? ForgivenShare : 1);

    private bool IsForgiven(QuestionTerm term) => AnswerFit.IsForgiven(_terms, term);

    private ulong Place(Sentence sentence) =>
        sentence.Terms | (sentence.Previous?.Terms ?? 0) | (sentence.Next?.Terms ?? 0) | Title(sentence.Article);

    private ulong WidePlace(Sentence sentence) =>
        Place(sentence) | (sentence.Previous?.Previous?.Terms ?? 0) | (sentence.Next?.Next?.Terms ?? 0);

    private ulong Title(CandidateArticle article)
    {
        if (!_titles.TryGetValue(article, out var title))
        {
            title = _terms.TermsIn(article.Article.Title, article.Analysis);
            _titles.Add(article, title);
        }

        return title;
    }

    private ulong TermsWhere(Func<int, QuestionTerm, bool> condition)
    {
        ulong set = 0;
        for (var t = 0; t < _masses.Length; t++)
        {
            set |= condition(t, _terms.Terms[t]) ? 1UL << t : 0;
        }

        return set;
    }

    private double Share(ulong set, ReadOnlySpan<float> likeness = default)
    {
        double mass = 0;
        for (var t = 0; t < _masses.Length; t++)
        {
            mass += _masses[t] * ((set & (1UL << t)) != 0 ? 1 : likeness.IsEmpty ? 0 : likeness[t]);
        }

        return mass / _all;
    }

    private double Rarest(ulong set)
    {
        double most = 0;
        for (var t = 0; t < _masses.Length; t++)
        {
            most = (set & (1UL << t)) != 0 ? Math.Max(most, _masses[t]) : most;
        }

        return most / _all;
    }

    private static double ShareMissing(ulong terms, ulong place) =>
        terms == 0 ? 0 : (double)BitOperations.PopCount(terms & ~place) / BitOperations.PopCount(terms);
}
