using QnA.Answering.Ranking;
using QnA.Training.Data;

namespace QnA.Training.Learning;

/// <summary>Learns the weights of a <see cref="Confidence"/>.</summary>
internal static class ConfidenceTrainer
{
    // How many times as much all questions with their articles count as all without: most of what people ask of their articles is
    // answered there. It sets where 0.5 lies.
    private const double PriorOdds = 6;

    // That the articles answer it is all the less sure where the best sentence does not.
    private const double WrongShare = 0.5;

    // Paragraphs that are left sometimes answer after all.
    private const double PartShare = 0.5;

    private const int Steps = 600;
    private const float Rate = 0.05f;
    private const float Decay = 1e-4f;

    /// <summary>Learns from judgements; the same ones give the same weights.</summary>
    /// <remarks>Questions that were made to mislead are not learned from: they do not teach to tell their like, and cost elsewhere.</remarks>
    public static Confidence Train(IReadOnlyList<Judgement> all)
    {
        List<Judgement> judgements = [.. all.Where(j => j.Asked != Asked.Unanswerable)];
        var (means, scales) = Measure(judgements);
        var count = means.Length;
        var inputs = judgements.Select(j => Standardize(j.Evidence, means, scales)).ToArray();
        var weights = judgements.Select(WeightOf).ToArray();
        var answered = judgements.Zip(weights).Where(p => p.First.Asked == Asked.WithGold).Sum(p => p.Second);
        var refused = weights.Sum() - answered;
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] *= judgements[i].Asked == Asked.WithGold ? PriorOdds / ((1 + PriorOdds) * answered) : 1 / ((1 + PriorOdds) * refused);
        }

        var values = new float[count + 1];
        var gradient = new float[count + 1];
        var adam = new Adam(values.Length);
        for (var step = 0; step < Steps; step++)
        {
            Array.Clear(gradient);
            for (var i = 0; i < inputs.Length; i++)
            {
                var odds = values[count];
                for (var f = 0; f < count; f++)
                {
                    odds += values[f] * inputs[i][f];
                }

                var slope = (float)(weights[i] * ((1 / (1 + Math.Exp(-odds))) - (judgements[i].Asked == Asked.WithGold ? 1 : 0)));
                for (var f = 0; f < count; f++)
                {
                    gradient[f] += slope * inputs[i][f];
                }

                gradient[count] += slope;
            }

            adam.Step(values, gradient, Rate * (1 - ((float)step / Steps)), Decay);
            KeepSigns(values);
        }

        return new Confidence(values[count], [.. Enumerable.Range(0, count).Select(f => new ConfidenceWeight(means[f], scales[f], values[f]))]);
    }

    private static double WeightOf(Judgement judgement) => judgement.Asked switch
    {
        Asked.WithGold => judgement.IsRight ? 1 : WrongShare,
        Asked.WithoutPart => PartShare,
        _ => 1,
    };

    // Numbers that say nearly the same can get weights of opposite signs, which cancel out on what was learned from and mislead elsewhere.
    private static void KeepSigns(float[] values)
    {
        for (var f = 0; f < Evidence.Names.Count; f++)
        {
            values[f] = Evidence.SignOf(Evidence.Names[f]) switch
            {
                > 0 => Math.Max(0, values[f]),
                < 0 => Math.Min(0, values[f]),
                _ => values[f],
            };
        }
    }

    private static float[] Standardize(float[] evidence, float[] means, float[] scales) =>
        [.. evidence.Select((value, f) => Math.Clamp((value - means[f]) * scales[f], -Confidence.Clip, Confidence.Clip))];

    private static (float[] Means, float[] Scales) Measure(IReadOnlyList<Judgement> judgements)
    {
        var count = Evidence.Names.Count;
        var means = new float[count];
        var scales = new float[count];
        for (var f = 0; f < count; f++)
        {
            var mean = judgements.Average(j => (double)j.Evidence[f]);
            var deviation = Math.Sqrt(judgements.Average(j => (j.Evidence[f] - mean) * (j.Evidence[f] - mean)));
            (means[f], scales[f]) = ((float)mean, deviation > 1e-6 ? (float)(1 / deviation) : 0);
        }

        return (means, scales);
    }
}
