using System.Buffers;
using System.Numerics;
using QnA.Answering.Analysis;
using QnA.Answering.Lexicon;
using QnA.Answering.Retrieval;

namespace QnA.Answering.Ranking;

/// <summary>Turns the sentences of a question into numbers that do not depend on a language or a collection.</summary>
/// <remarks>
/// What counts is how a sentence stands among the candidates of its own question, so most scores are compared (<see cref="ComparedScores"/>).
/// </remarks>
internal sealed class SentenceFeatures
{
    /// <summary>How many features a sentence has.</summary>
    public const int Count = (CompareBy * ComparedScores.Count) + 79 + Kinds;

    private const int CompareBy = 23;
    private const int Kinds = (int)QuestionKind.Definition + 1;

    // BM25 for sentences, which differ more in length than passages do.
    private const double K1 = 0.9;
    private const double B = 0.4;
    private const double AverageWords = 22;

    private static readonly SearchValues<char> QuotationMarks = SearchValues.Create("\"“”«»„「");

    private readonly QuestionTerms _terms;
    private readonly TermMasses _masses;
    private readonly SentenceReader _reader;
    private readonly IReadOnlyList<Sentence> _sentences;
    private readonly Dictionary<CandidateArticle, ulong> _titles = [];
    private readonly ComparedScores[] _scores;
    private readonly Dictionary<Sentence, TermOrder> _orders;
    private readonly Dictionary<CandidateArticle, double> _ofArticle;
    private readonly bool _quotes;
    private readonly double[] _candidateMasses;

    private SentenceFeatures(QuestionTerms terms, SentenceTable table, SentenceReader reader)
    {
        _terms = terms;
        _reader = reader;
        _sentences = table.Candidates;
        _masses = new TermMasses(terms);
        _quotes = terms.Text.AsSpan().ContainsAny(QuotationMarks);
        _orders = _sentences.ToDictionary(s => s, s => TermOrder.Of(s, terms, _masses));
        _candidateMasses = _masses.AmongCandidates(_sentences);
        _ofArticle = _sentences.CountBy(s => s.Article).ToDictionary(count => count.Key, count => (double)count.Value / _sentences.Count);
        var scores = new double[CompareBy][];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = new double[_sentences.Count];
        }

        for (var s = 0; s < _sentences.Count; s++)
        {
            Compare(s, scores);
        }

        _scores = [.. scores.Select(values => new ComparedScores(values))];
    }

    /// <summary>Gets the candidates in the order of finding.</summary>
    public IReadOnlyList<Sentence> Sentences => _sentences;

    /// <summary>Prepares the features of a question's candidates.</summary>
    /// <param name="terms">The question's terms.</param>
    /// <param name="passages">The passages, best first.</param>
    public static SentenceFeatures Of(QuestionTerms terms, IReadOnlyList<CandidatePassage> passages)
    {
        var reader = new SentenceReader(terms);
        return new SentenceFeatures(terms, SentenceTable.Of(passages, reader), reader);
    }

    /// <summary>Writes the features of a candidate.</summary>
    /// <param name="index">The candidate.</param>
    /// <param name="values">Room for <see cref="Count"/> numbers.</param>
    public void Write(int index, Span<float> values)
    {
        var row = new FeatureRow(values);
        foreach (var scores in _scores)
        {
            scores.AddTo(ref row, index);
        }

        var sentence = _sentences[index];
        AddSurroundings(ref row, sentence);
        AddMatches(ref row, sentence, _orders[sentence]);
        AddAnswerKind(ref row, sentence);
        AddShape(ref row, sentence);
        if (row.Filled != Count)
        {
            throw new InvalidOperationException($"A sentence has {row.Filled} features and {nameof(Count)} says {Count}.");
        }
    }

    private void Compare(int index, double[][] scores)
    {
        var s = _sentences[index];
        var title = TermsOfTitle(s);
        var (previous, next) = (s.Previous?.Terms ?? 0, s.Next?.Terms ?? 0);
        var (previous2, next2) = (s.Previous?.Previous?.Terms ?? 0, s.Next?.Next?.Terms ?? 0);
        var (likeness, order) = (s.Likeness, _orders[s]);
        ReadOnlySpan<double> values =
        [
            _masses.Coverage(s.Terms),
            Bm25(s),
            s.Passage!.Score,
            s.Article.Score,
            _masses.FuzzyCoverage(s.Terms, likeness),
            _masses.ContentCoverage(s.Terms | previous | next),
            _masses.SoftCoverage([(s.Terms, 1), (previous, 0.5), (title, 0.5), (next, 0.3), (previous2, 0.25), (next2, 0.15)]),
            _reader.QuestionGrams > 0 ? (double)s.Grams / _reader.QuestionGrams : 0,
            s.OwnGrams > 0 ? s.Grams / Math.Sqrt((double)_reader.QuestionGrams * s.OwnGrams) : 0,
            order.Near + (0.5 * order.Around),
            _masses.ArticleCoverage(s.Terms, s.Article),
            _masses.CoverageBeside(s.Terms, title),
            _masses.ContentCoverage(s.Terms | previous | title),
            _masses.CountCoverage(s.Terms),
            _masses.SoftCoverage([(s.Terms, 1), (title, 0.8), (previous, 0.8)]) + (0.2 * order.Near),
            _masses.SoftFuzzyCoverage(s, title),
            TermMasses.Share(s.Terms, [], _candidateMasses),
            TermMasses.Share(s.Terms, likeness, _candidateMasses),
            s.Previous is { } before ? _masses.FuzzyCoverage(before.Terms, before.Likeness) + (0.2 * OrderOf(before).Near) : 0,
            s.Next is { } after ? _masses.FuzzyCoverage(after.Terms, after.Likeness) : 0,
            _masses.ContentCoverage(s.Terms | previous | previous2 | next | next2 | title),
            Bm25(s) + _masses.FuzzyMass(s.Terms, likeness),
            _masses.ContentCoverage(s.Terms & ~(_terms.Content & (~_terms.Content + 1))),
        ];
        for (var i = 0; i < values.Length; i++)
        {
            scores[i][index] = values[i];
        }
    }

    private ulong TermsOfHeadings(Sentence s)
    {
        var terms = 0UL;
        foreach (var heading in s.Passage!.Headings)
        {
            terms |= _terms.TermsIn(s.Article.Article.Text.Slice(heading), s.Article.Analysis);
        }

        return terms;
    }

    private void AddSurroundings(ref FeatureRow row, Sentence s)
    {
        var title = TermsOfTitle(s);
        var heading = TermsOfHeadings(s);
        var (previous, next) = (s.Previous?.Terms ?? 0, s.Next?.Terms ?? 0);
        row.Add(_masses.ContentCoverage(title));
        row.Add(_masses.ContentCoverage(heading));
        row.Add(_masses.ContentCoverage(previous));
        row.Add(_masses.ContentCoverage(next));
        row.Add(_masses.ContentCoverage(s.Previous?.Previous?.Terms ?? 0));
        row.Add(_masses.ContentCoverage(s.Next?.Next?.Terms ?? 0));
        row.Add(_masses.ContentCoverage(previous & ~s.Terms));
        row.Add(_masses.ContentCoverage(next & ~s.Terms));
        row.Add(_masses.ContentCoverage(s.Terms & ~previous & ~next));
        row.Add(s.Previous is null);
        row.Add(s.Next is null);
        row.Add(s.StartsLine);
        row.Add(s.PassageRank == 0);
        row.Add(1.0 / (1 + s.PassageRank));
        row.Add(ReferenceEquals(s.Article, _sentences[0].Article));
    }

    private void AddMatches(ref FeatureRow row, Sentence s, TermOrder order)
    {
        var around = s.Terms | TermsOfTitle(s) | (s.Previous?.Terms ?? 0);
        var missing = _terms.Content & ~s.Terms;
        row.Add(order.Near);
        row.Add(order.Around);
        row.Add(order.Run);
        row.Add(order.Density);
        row.Add(order.First);
        row.Add(_masses.Rarest(s.Terms));
        row.Add(_masses.Rarest(missing));
        row.Add(_masses.Rarest(_terms.Content & ~around));
        row.Add(missing == 0);
        row.Add(Share(s.Terms, _terms.Names));
        row.Add(Share(around, _terms.Names));
        row.Add(_terms.Names != 0);
        row.Add(Share(s.Terms, _terms.Numbers));
        row.Add(_terms.Numbers != 0);
        row.Add((_terms.Numbers & ~s.Terms) != 0 && s.NewCues.Has(WordCues.Digit));
        row.Add(_quotes && s.Article.Article.Text.Slice(s.Span).ContainsAny(QuotationMarks));
        row.Add(Math.Log(1 + BitOperations.PopCount(_terms.Content)));
        row.Add(BitOperations.PopCount(s.Terms & _terms.Content) / 4.0);
        row.Add(Has(s.Terms, First(_terms.Content)));
        row.Add(Has(s.Terms, Last(_terms.Content)));
        row.Add(Math.Log(1 + s.Words - s.Places.Count));
        row.Add(s.Words > 0 ? (double)s.Places.Count / s.Words : 0);
        row.Add(1.0 / (1 + Math.Min(1000, s.NumberDistance)));
        row.Add(1.0 / (1 + Math.Min(1000, s.NameDistance)));
        row.Add(s.FirstCues.Has(WordCues.Pronoun) ? _masses.ContentCoverage(s.Previous?.Terms ?? 0) : 0);
        row.Add(_masses.RarestMissing(s.Terms, s.Likeness));
        row.Add(s.Next?.FirstCues.Has(WordCues.Pronoun) == true);
        row.Add(_ofArticle[s.Article]);
    }

    private void AddAnswerKind(ref FeatureRow row, Sentence s)
    {
        var kind = _terms.Kind;
        var number = s.NewNumbers > 0;
        var year = s.NewCues.Has(WordCues.Year);
        var time = s.NewCues.Has(WordCues.Time);
        var name = s.NewNames > 0;
        var nearNumber = s.NumberDistance <= 4;
        var nearName = s.NameDistance <= 4;
        row.Add(kind == QuestionKind.Number && number);
        row.Add(kind == QuestionKind.Number && nearNumber);
        row.Add(kind == QuestionKind.Number && s.NewCues.Has(WordCues.Unit));
        row.Add(kind == QuestionKind.Time && year);
        row.Add(kind == QuestionKind.Time && time);
        row.Add(kind == QuestionKind.Time && number);
        row.Add(kind == QuestionKind.Time && nearNumber);
        row.Add(kind == QuestionKind.Person && name);
        row.Add(kind == QuestionKind.Person && s.HasLongName);
        row.Add(kind == QuestionKind.Person && nearName);
        row.Add(kind == QuestionKind.Place && name);
        row.Add(kind == QuestionKind.Place && nearName);
        row.Add(kind == QuestionKind.Place && s.NewCues.Has(WordCues.Place));
        row.Add(kind == QuestionKind.Cause && s.NewCues.Has(WordCues.Cause));
        row.Add(kind == QuestionKind.Manner ? Math.Log(1 + s.Words) / 4 : 0);
        row.Add(kind == QuestionKind.Definition && s.DefinesTerm);
        row.Add(kind == QuestionKind.Definition && s.Previous is null);
        row.Add(kind == QuestionKind.Other && number);
        row.Add(kind == QuestionKind.Other && name);
        row.Add(kind == QuestionKind.Other && s.DefinesTerm);
        for (var k = 0; k < Kinds; k++)
        {
            row.Add((int)kind == k);
        }
    }

    private static void AddShape(ref FeatureRow row, Sentence s)
    {
        var text = s.Article.Article.Text.Slice(s.Span);
        row.Add(Math.Log(s.Span.Length));
        row.Add(s.Span.Length < 40);
        row.Add(s.Span.Length > 250);
        row.Add(text[^1] is '?' or '؟' or '？');
        row.Add(text[^1] is ':' or '：');
        row.Add(s.FirstCues.Has(WordCues.Pronoun));
        row.Add(char.IsLower(text[0]));
        row.Add(text.ContainsAny("(（"));
        row.Add(text.ContainsAny(QuotationMarks));
        row.Add(Math.Min(s.NewNumbers, 5) / 5.0);
        row.Add(Math.Min(s.NewNames, 8) / 8.0);
        row.Add(s.NewCues.Has(WordCues.Year));
        row.Add(s.NewCues.Has(WordCues.Acronym));
        row.Add((double)s.Span.Start / Math.Max(1, s.Article.Article.Text.Length));
        row.Add(s.Span.Start < 300);
        row.Add(Math.Log(1 + s.Words));
    }

    private TermOrder OrderOf(Sentence s) => _orders.TryGetValue(s, out var order) ? order : TermOrder.Of(s, _terms, _masses);

    private double Bm25(Sentence s)
    {
        double score = 0;
        foreach (var (term, _) in s.Places.DistinctBy(p => p.Term))
        {
            var frequency = s.Places.Count(p => p.Term == term);
            score += _masses.Of(term) * frequency * (K1 + 1) / (frequency + (K1 * (1 - B + (B * s.Words / AverageWords))));
        }

        return score;
    }

    private ulong TermsOfTitle(Sentence s)
    {
        if (!_titles.TryGetValue(s.Article, out var title))
        {
            title = _terms.TermsIn(s.Article.Article.Title, s.Article.Analysis);
            _titles.Add(s.Article, title);
        }

        return title;
    }

    private static double Share(ulong set, ulong of) => of == 0 ? 0 : (double)BitOperations.PopCount(set & of) / BitOperations.PopCount(of);

    private static int First(ulong set) => BitOperations.TrailingZeroCount(set);

    private static int Last(ulong set) => 63 - BitOperations.LeadingZeroCount(set);

    private static bool Has(ulong set, int term) => term is >= 0 and < 64 && (set & (1UL << term)) != 0;
}
