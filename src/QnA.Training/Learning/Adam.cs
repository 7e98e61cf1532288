using System.Numerics;

namespace QnA.Training.Learning;

/// <summary>The optimiser Adam (Kingma and Ba 2015) with its usual constants.</summary>
internal sealed class Adam(int count)
{
    private const float Beta1 = 0.9f;
    private const float Beta2 = 0.999f;
    private const float Epsilon = 1e-8f;

    private readonly float[] _first = new float[count];
    private readonly float[] _second = new float[count];
    private int _step;

    /// <summary>Moves values against their gradient.</summary>
    /// <param name="values">The values.</param>
    /// <param name="gradient">Their gradient.</param>
    /// <param name="rate">How far.</param>
    /// <param name="decay">How strongly values are pulled to 0, added to the gradient.</param>
    public void Step(float[] values, float[] gradient, float rate, float decay)
    {
        _step++;
        var firstScale = 1 / (1 - MathF.Pow(Beta1, _step));
        var secondScale = 1 / (1 - MathF.Pow(Beta2, _step));
        var i = 0;
        for (; i + Vector<float>.Count <= values.Length; i += Vector<float>.Count)
        {
            var value = new Vector<float>(values, i);
            var slope = new Vector<float>(gradient, i) + (value * decay);
            var first = (new Vector<float>(_first, i) * Beta1) + (slope * (1 - Beta1));
            var second = (new Vector<float>(_second, i) * Beta2) + (slope * slope * (1 - Beta2));
            first.CopyTo(_first, i);
            second.CopyTo(_second, i);
            (value - (first * firstScale * rate / (Vector.SquareRoot(second * secondScale) + new Vector<float>(Epsilon)))).CopyTo(values, i);
        }

        for (; i < values.Length; i++)
        {
            var slope = gradient[i] + (values[i] * decay);
            _first[i] = (_first[i] * Beta1) + (slope * (1 - Beta1));
            _second[i] = (_second[i] * Beta2) + (slope * slope * (1 - Beta2));
            values[i] -= _first[i] * firstScale * rate / (MathF.Sqrt(_second[i] * secondScale) + Epsilon);
        }
    }
}
