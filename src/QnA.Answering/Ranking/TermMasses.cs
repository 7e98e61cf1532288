using System.Numerics;
using QnA.Answering.Retrieval;

namespace QnA.Answering.Ranking;

/// <summary>What the terms of a question weigh, in the ways that features need.</summary>
internal sealed class TermMasses
{
    // What a term weighs that all candidates have.
    private const double MassOfAll = 0.05;

    private readonly double[] _all;
    private readonly double[] _content;
    private readonly Dictionary<CandidateArticle, double[]> _inArticle = [];
    private readonly QuestionTerms _terms;

    public TermMasses(QuestionTerms terms)
    {
        _terms = terms;
        _all = [.. terms.Terms.Select(t => t.Mass)];
        _content = [.. terms.Terms.Select(t => t.IsFunctionWord ? 0 : t.Rarity)];
    }

    /// <summary>Returns the share of the mass of all terms that a set has; 0 to 1.</summary>
    public double Coverage(ulong set) => Share(set, _all);

    /// <summary>Returns the share of the mass of content terms that a set has.</summary>
    public double ContentCoverage(ulong set) => Share(set, _content);

    /// <summary>Returns the share of the content terms that a set has, each counting the same.</summary>
    public double CountCoverage(ulong set) =>
        _terms.Content == 0 ? 0 : (double)BitOperations.PopCount(set & _terms.Content) / BitOperations.PopCount(_terms.Content);

    /// <summary>Returns the share of the content terms that a set has, weighed by how rare each is within the article.</summary>
    public double ArticleCoverage(ulong set, CandidateArticle article)
    {
        if (!_inArticle.TryGetValue(article, out var masses))
        {
            masses = [.. _terms.Terms.Select((t, i) =>
                t.IsFunctionWord ? 0.1 : QuestionTerms.Rarity(Math.Min(article.TermPassages[i], article.Passages), article.Passages))];
            _inArticle.Add(article, masses);
        }

        return Share(set, masses);
    }

    /// <summary>Returns the share of the content mass outside another set that a set has; 1 where nothing is outside.</summary>
    public double CoverageBeside(ulong set, ulong other)
    {
        var rest = _terms.Content & ~other;
        var mass = Sum(rest, _content);
        return mass > 0 ? Sum(set & rest, _content) / mass : 1;
    }

    /// <summary>Returns the content coverage where each term counts for the most that it is worth in any of some sets.</summary>
    /// <param name="sets">Sets, each with what a term in it is worth; 0 to 1.</param>
    public double SoftCoverage(ReadOnlySpan<(ulong Set, double Worth)> sets)
    {
        double mass = 0, all = 0;
        for (var t = 0; t < _all.Length; t++)
        {
            double worth = 0;
            foreach (var (set, value) in sets)
            {
                worth = (set & (1UL << t)) != 0 ? Math.Max(worth, value) : worth;
            }

            mass += worth * _all[t];
            all += _all[t];
        }

        return all > 0 ? mass / all : 0;
    }

    /// <summary>Returns the content coverage where a term counts for how alike the most alike word is.</summary>
    public double FuzzyCoverage(ulong set, ReadOnlySpan<float> likeness) => Share(set, likeness, _content);

    /// <summary>Returns the largest mass of a content term in a set, as a share of the largest of all.</summary>
    public double Rarest(ulong set)
    {
        double best = 0, all = 0;
        for (var t = 0; t < _content.Length; t++)
        {
            best = (set & (1UL << t)) != 0 ? Math.Max(best, _content[t]) : best;
            all = Math.Max(all, _content[t]);
        }

        return all > 0 ? best / all : 0;
    }

    /// <summary>Returns the content coverage of a sentence with the title and what stands around it, where a term counts for how near and how alike it is.</summary>
    public double SoftFuzzyCoverage(Sentence sentence, ulong title)
    {
        double mass = 0, all = 0;
        for (var t = 0; t < _content.Length; t++)
        {
            var worth = Math.Max(Worth(sentence, t), (title & (1UL << t)) != 0 ? 0.5 : 0);
            worth = Math.Max(worth, Math.Max(0.5 * Worth(sentence.Previous, t), 0.3 * Worth(sentence.Next, t)));
            worth = Math.Max(worth, Math.Max(0.25 * Worth(sentence.Previous?.Previous, t), 0.15 * Worth(sentence.Next?.Next, t)));
            mass += worth * _content[t];
            all += _content[t];
        }

        return all > 0 ? mass / all : 0;

        static double Worth(Sentence? s, int t) => s is null ? 0 : (s.Terms & (1UL << t)) != 0 ? 1 : s.Likeness[t];
    }

    /// <summary>Returns the mass of the content terms outside a set, each as far as it is like a word.</summary>
    public double FuzzyMass(ulong set, ReadOnlySpan<float> likeness)
    {
        double mass = 0;
        for (var t = 0; t < _content.Length; t++)
        {
            mass += (set & (1UL << t)) != 0 ? 0 : _content[t] * likeness[t] * likeness[t];
        }

        return mass;
    }

    /// <summary>Returns the largest mass of a content term outside a set, less as far as it is like a word, as a share of the largest of all.</summary>
    public double RarestMissing(ulong set, ReadOnlySpan<float> likeness)
    {
        double most = 0, all = 0;
        for (var t = 0; t < _content.Length; t++)
        {
            most = Math.Max(most, (set & (1UL << t)) != 0 ? 0 : _content[t] * (1 - likeness[t]));
            all = Math.Max(all, _content[t]);
        }

        return all > 0 ? most / all : 0;
    }

    /// <summary>Returns what the content terms weigh by how few of a question's candidates have them.</summary>
    public double[] AmongCandidates(IReadOnlyList<Sentence> candidates)
    {
        var masses = new double[_content.Length];
        for (var t = 0; t < masses.Length; t++)
        {
            var count = 0;
            foreach (var candidate in candidates)
            {
                count += (candidate.Terms & (1UL << t)) != 0 ? 1 : 0;
            }

            masses[t] = _terms.Terms[t].IsFunctionWord ? 0 : MassOfAll + Math.Log((candidates.Count + 1.0) / (count + 1));
        }

        return masses;
    }

    /// <summary>Returns the share of masses that a set has, where a term outside it counts for how alike the most alike word is.</summary>
    /// <param name="set">The set.</param>
    /// <param name="likeness">For each term, 0 to 1; empty where only the set counts.</param>
    /// <param name="masses">The masses.</param>
    public static double Share(ulong set, ReadOnlySpan<float> likeness, double[] masses)
    {
        double mass = 0, all = 0;
        for (var t = 0; t < masses.Length; t++)
        {
            mass += masses[t] * ((set & (1UL << t)) != 0 ? 1 : likeness.IsEmpty ? 0 : likeness[t]);
            all += masses[t];
        }

        return all > 0 ? mass / all : 0;
    }

    /// <summary>Returns the mass of a term.</summary>
    public double Of(int term) => _all[term];

    private static double Share(ulong set, double[] masses) => Share(set, [], masses);

    private static double Sum(ulong set, double[] masses)
    {
        double mass = 0;
        for (; set != 0; set &= set - 1)
        {
            mass += masses[BitOperations.TrailingZeroCount(set)];
        }

        return mass;
    }
}
