using System.Numerics;
using QnA.Answering.Ranking;
using QnA.Text.Numbers;
using QnA.Training.Data;

namespace QnA.Training.Learning;

/// <summary>Learns the weights of a <see cref="RankingNetwork"/>: one softmax over the candidates of a question.</summary>
/// <remarks>The loss is minus the logarithm of the probability that all answering candidates have together. The same seed gives the same weights.</remarks>
internal sealed class Trainer(int seed)
{
    private const int Epochs = 12;
    private const int Batch = 64;
    private const float Rate = 2e-3f;
    private const float Decay = 1e-4f;
    private const double Dropout = 0.1;

    // A candidate that hardly moves the loss hardly moves a weight.
    private const float Negligible = 1e-4f;

    /// <summary>Learns from examples.</summary>
    public RankingNetwork Train(IReadOnlyList<Example> examples)
    {
        Example[] usable = [.. examples.Where(e => e.HasGold && e.IsGold.Length > 1)];
        var standardizer = Standardizer.Of(usable);
        var random = new Random(seed);
        var parameters = Parameters.Start(usable[0].Width, random);
        var adam = new Adam(parameters.Count);
        var gradient = new float[parameters.Count];
        var steps = Epochs * ((usable.Length + Batch - 1) / Batch);
        var step = 0;
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(usable);
            for (var start = 0; start < usable.Length; start += Batch)
            {
                Array.Clear(gradient);
                var batch = usable.AsSpan(start, Math.Min(Batch, usable.Length - start));
                foreach (var example in batch)
                {
                    AddGradient(example, parameters, standardizer, random, gradient, 1f / batch.Length);
                }

                adam.Step(parameters.Values, gradient, Rate * (1 - ((float)step / steps)), Decay);
                step++;
            }
        }

        return parameters.ToNetwork(standardizer);
    }

    private static void AddGradient(
        Example example, Parameters parameters, Standardizer standardizer, Random random, float[] gradient, float share)
    {
        var (candidates, width) = (example.IsGold.Length, example.Width);
        var inputs = Standardize(example, standardizer, random);
        var units = new float[candidates * RankingNetwork.Units];
        var scores = new float[candidates];
        for (var c = 0; c < candidates; c++)
        {
            scores[c] = Forward(
                parameters, inputs.AsSpan(c * width, width),
                units.AsSpan(c * RankingNetwork.Units, RankingNetwork.Units));
        }

        var slopes = Slopes(scores, example.IsGold);
        for (var c = 0; c < candidates; c++)
        {
            if (Math.Abs(slopes[c]) > Negligible)
            {
                Backward(
                    parameters, inputs.AsSpan(c * width, width),
                    units.AsSpan(c * RankingNetwork.Units, RankingNetwork.Units), slopes[c] * share, gradient);
            }
        }
    }

    private static float[] Standardize(Example example, Standardizer standardizer, Random random)
    {
        var keep = new bool[example.Width];
        for (var f = 0; f < keep.Length; f++)
        {
            keep[f] = random.NextDouble() >= Dropout;
        }

        var inputs = new float[example.Features.Length];
        for (var i = 0; i < inputs.Length; i++)
        {
            var f = i % keep.Length;
            inputs[i] = keep[f]
                ? Math.Clamp((example.Features[i] - standardizer.Means[f]) * standardizer.Scales[f], -RankingNetwork.Clip, RankingNetwork.Clip)
                : 0;
        }

        return inputs;
    }

    private static float Forward(Parameters parameters, ReadOnlySpan<float> inputs, Span<float> units)
    {
        parameters.Values.AsSpan(parameters.Bias, RankingNetwork.Units).CopyTo(units);
        var score = 0f;
        for (var f = 0; f < inputs.Length; f++)
        {
            if (inputs[f] != 0)
            {
                score += inputs[f] * parameters.Values[parameters.Linear + f];
                AddScaled(units, parameters.Values.AsSpan(f * RankingNetwork.Units, RankingNetwork.Units), inputs[f]);
            }
        }

        for (var u = 0; u < units.Length; u++)
        {
            score += Math.Max(0, units[u]) * parameters.Values[parameters.Output + u];
        }

        return score;
    }

    private static void Backward(Parameters parameters, ReadOnlySpan<float> inputs, ReadOnlySpan<float> units, float slope, float[] gradient)
    {
        Span<float> unitSlopes = stackalloc float[RankingNetwork.Units];
        for (var u = 0; u < units.Length; u++)
        {
            var active = units[u] > 0;
            gradient[parameters.Output + u] += active ? slope * units[u] : 0;
            unitSlopes[u] = active ? slope * parameters.Values[parameters.Output + u] : 0;
            gradient[parameters.Bias + u] += unitSlopes[u];
        }

        for (var f = 0; f < inputs.Length; f++)
        {
            if (inputs[f] != 0)
            {
                gradient[parameters.Linear + f] += slope * inputs[f];
                AddScaled(gradient.AsSpan(f * RankingNetwork.Units, RankingNetwork.Units), unitSlopes, inputs[f]);
            }
        }
    }

    // The slope of the loss by each score: its probability, less its share of the answering ones' where it answers.
    private static float[] Slopes(float[] scores, bool[] isGold)
    {
        var highest = scores.Max();
        var exponentials = scores.Select(s => Math.Exp(s - highest)).ToArray();
        var all = exponentials.Sum();
        var gold = exponentials.Where((_, i) => isGold[i]).Sum();
        return [.. exponentials.Select((e, i) => (float)((e / all) - (isGold[i] ? e / gold : 0)))];
    }

    private static void AddScaled(Span<float> sums, ReadOnlySpan<float> values, float scale)
    {
        for (var i = 0; i + Vector<float>.Count <= sums.Length; i += Vector<float>.Count)
        {
            (new Vector<float>(sums[i..]) + (new Vector<float>(values[i..]) * scale)).CopyTo(sums[i..]);
        }
    }
}
