using System.Globalization;
using QnA.Answering.Retrieval;

namespace QnA.Answering.Ranking;

/// <summary>Tells how likely what was found answers a question: a logistic regression over <see cref="Evidence"/>, and three rules.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
internal sealed class Confidence
{
    /// <summary>How many standard deviations a number reaches at most, so that no strange text reaches values that were never learned.</summary>
    public const float Clip = 4;

    private const string Resource = "QnA.Answering.Ranking.Weights.confidence.txt";
    private const string Constant = "constant";

    // Amounts of money are written alike everywhere: where none is shown, no match of words makes up for it. Under the default threshold.
    private const double WithoutMoney = 0.45;

    // What a question hangs on must be somewhere. Learning sees this too seldom: few questions about large collections hang on one word.
    private const double WithoutMainWord = 0.6;

    // A role here and its name there answer nothing, however many words match. Under the default threshold.
    private const double WithoutRole = 0.45;

    // How many of the best sentences may name it: as many as an answer shows.
    private const int Shown = 3;

    private readonly double _constant;
    private readonly ConfidenceWeight[] _weights;

    /// <summary>Creates a confidence.</summary>
    /// <param name="constant">The logarithm of the odds where every number is at its mean.</param>
    /// <param name="weights">A weight for each of <see cref="Evidence.Names"/>.</param>
    public Confidence(double constant, IReadOnlyList<ConfidenceWeight> weights)
    {
        _constant = constant;
        _weights = [.. weights];
    }

    /// <summary>Loads the weights that are part of this assembly.</summary>
    /// <exception cref="InvalidDataException">The weights were trained for other evidence.</exception>
    public static Confidence LoadShipped()
    {
        using var stream = typeof(Confidence).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException($"The assembly has no weights '{Resource}'.");
        using var reader = new StreamReader(stream);
        return Load(reader);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The text holds no weights, or weights for other evidence.</exception>
    public static Confidence Load(TextReader reader)
    {
        double? constant = null;
        var weights = new Dictionary<string, ConfidenceWeight>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            string[] parts = line.Split('\t');
            if (parts.Length == 2 && parts[0] == Constant)
            {
                constant = Number(parts[1]);
            }
            else if (parts.Length == 4)
            {
                weights[parts[0]] = new ConfidenceWeight(Number(parts[1]), Number(parts[2]), Number(parts[3]));
            }
        }

        return constant is { } value && weights.Count == Evidence.Names.Count && Evidence.Names.All(weights.ContainsKey)
            ? new Confidence(value, [.. Evidence.Names.Select(name => weights[name])])
            : throw new InvalidDataException("The weights of the confidence were trained for other evidence. Train anew (see docs/ranking.md).");
    }

    /// <summary>Writes the weights, a line each: name, mean, one divided by the standard deviation, and weight, parted by tabs.</summary>
    public void Save(TextWriter writer)
    {
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"{Constant}\t{_constant:F4}\n"));
        foreach (var (name, weight) in Evidence.Names.Zip(_weights))
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{name}\t{weight.Mean:F4}\t{weight.Scale:F4}\t{weight.Weight:F4}\n"));
        }
    }

    /// <summary>Computes the confidence of a ranking.</summary>
    /// <param name="terms">The question's terms.</param>
    /// <param name="passages">The passages, best first.</param>
    /// <param name="ranked">The ranked sentences.</param>
    /// <returns>0 to 1, rounded to four digits.</returns>
    public double Of(QuestionTerms terms, IReadOnlyList<CandidatePassage> passages, IReadOnlyList<RankedCandidate> ranked)
    {
        if (ranked.Count == 0 || !terms.HasContent)
        {
            return 0;
        }

        var lacksMoney = AnswerFit.AsksForMoney(terms) && !ranked.Take(Shown).Any(r => AnswerFit.HasMoney(r.Sentence));
        var lacksRole = RoleFit.LacksRole(terms, [.. ranked.Take(Shown).Select(r => r.Sentence)]);
        var factor = (lacksRole ? WithoutRole : 1) * (lacksMoney ? WithoutMoney : 1) * (AnswerFit.HangsOnMissingWord(terms) ? WithoutMainWord : 1);
        return Math.Round(Of(Evidence.Of(terms, passages, ranked)) * factor, 4);
    }

    /// <summary>Computes the confidence that evidence gives; 0 to 1.</summary>
    public double Of(ReadOnlySpan<float> evidence)
    {
        var odds = _constant;
        for (var i = 0; i < evidence.Length; i++)
        {
            odds += _weights[i].Of(evidence[i]);
        }

        return 1 / (1 + Math.Exp(-odds));
    }

    private static double Number(string text) => double.TryParse(text, CultureInfo.InvariantCulture, out var value)
        ? value
        : throw new InvalidDataException($"The weights of the confidence have '{text}' where a number must be.");
}

/// <summary>How a number of evidence counts.</summary>
/// <param name="Mean">Its mean over what was learned from.</param>
/// <param name="Scale">One divided by its standard deviation.</param>
/// <param name="Weight">What a standard deviation adds to the logarithm of the odds.</param>
internal sealed record ConfidenceWeight(double Mean, double Scale, double Weight)
{
    /// <summary>Returns what a value adds to the logarithm of the odds.</summary>
    public double Of(double value) => Weight * Math.Clamp((value - Mean) * Scale, -Confidence.Clip, Confidence.Clip);
}
