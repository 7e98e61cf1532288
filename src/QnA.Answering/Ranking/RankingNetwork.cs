using System.Buffers.Binary;
using System.Numerics;

namespace QnA.Answering.Ranking;

/// <summary>A small neural network that scores sentences: one hidden layer of rectified units beside a linear part.</summary>
/// <remarks>
/// Features are standardised, then clipped, so that no strange text reaches values that were never trained. Each unit sums in the
/// order of the features whatever the machine, so scores are the same everywhere. Immutable and safe for concurrent use.
/// </remarks>
internal sealed class RankingNetwork
{
    /// <summary>How many hidden units there are.</summary>
    public const int Units = 32;

    /// <summary>How many standard deviations a feature reaches at most.</summary>
    public const float Clip = 4;

    private const uint Magic = 0x414E5152;

    private readonly float[] _means;
    private readonly float[] _scales;
    private readonly float[] _hidden;
    private readonly float[] _hiddenBias;
    private readonly float[] _output;
    private readonly float[] _linear;

    /// <summary>Creates a network.</summary>
    /// <param name="means">The mean of each feature.</param>
    /// <param name="scales">One divided by the standard deviation of each feature.</param>
    /// <param name="hidden">The weights of the hidden units, those of one feature together.</param>
    /// <param name="hiddenBias">The bias of each unit.</param>
    /// <param name="output">The weight of each unit in the score.</param>
    /// <param name="linear">The weight of each feature in the score.</param>
    public RankingNetwork(float[] means, float[] scales, float[] hidden, float[] hiddenBias, float[] output, float[] linear)
    {
        (_means, _scales, _hidden, _hiddenBias, _output, _linear) = (means, scales, hidden, hiddenBias, output, linear);
    }

    /// <summary>Gets how many features a sentence has.</summary>
    public int Features => _means.Length;

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="reader">Where it is read from; what follows it is left.</param>
    /// <param name="features">How many features there are.</param>
    /// <exception cref="InvalidDataException">There are no weights, or weights for other features.</exception>
    public static RankingNetwork Load(BinaryReader reader, int features)
    {
        if (reader.ReadUInt32() != Magic)
        {
            throw new InvalidDataException("These are no weights of a sentence ranker.");
        }

        var trained = reader.ReadInt32();
        if (trained != features)
        {
            throw new InvalidDataException(
                $"The weights were trained for {trained} features and there are {features}. Train anew (see docs/ranking.md).");
        }

        return new RankingNetwork(
            Read(features), Read(features), Read(features * Units), Read(Units), Read(Units), Read(features));

        float[] Read(int count)
        {
            var values = new float[count];
            for (var i = 0; i < count; i++)
            {
                values[i] = reader.ReadSingle();
            }

            return values;
        }
    }

    /// <summary>Writes the weights: little-endian 32-bit floating point numbers after a mark and the number of features.</summary>
    public void Save(Stream stream)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Magic);
        stream.Write(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes, Features);
        stream.Write(bytes);
        foreach (var values in (float[][])[_means, _scales, _hidden, _hiddenBias, _output, _linear])
        {
            foreach (var value in values)
            {
                BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
                stream.Write(bytes);
            }
        }
    }

    /// <summary>Scores sentences whose features stand one after the other.</summary>
    public float[] ScoreAll(ReadOnlySpan<float> features)
    {
        var scores = new float[features.Length / Features];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = Score(features.Slice(i * Features, Features));
        }

        return scores;
    }

    /// <summary>Scores a sentence.</summary>
    /// <param name="features">Its features.</param>
    /// <returns>A number that means something beside those of other sentences of the same question only.</returns>
    public float Score(ReadOnlySpan<float> features)
    {
        Span<float> units = stackalloc float[Units];
        _hiddenBias.CopyTo(units);
        var score = 0f;
        for (var f = 0; f < features.Length; f++)
        {
            var value = Math.Clamp((features[f] - _means[f]) * _scales[f], -Clip, Clip);
            score += value * _linear[f];
            AddScaled(units, _hidden.AsSpan(f * Units, Units), value);
        }

        for (var u = 0; u < Units; u++)
        {
            score += Math.Max(0, units[u]) * _output[u];
        }

        return score;
    }

    private static void AddScaled(Span<float> sums, ReadOnlySpan<float> weights, float value)
    {
        var i = 0;
        for (; i + Vector<float>.Count <= sums.Length; i += Vector<float>.Count)
        {
            (new Vector<float>(sums[i..]) + (new Vector<float>(weights[i..]) * value)).CopyTo(sums[i..]);
        }

        for (; i < sums.Length; i++)
        {
            sums[i] += weights[i] * value;
        }
    }
}
