namespace QnA.Answering.Ranking;

/// <summary>Fills the features of one sentence, one after the other.</summary>
internal ref struct FeatureRow(Span<float> values)
{
    private readonly Span<float> _values = values;

    /// <summary>Gets how many were filled.</summary>
    public int Filled { get; private set; }

    /// <summary>Adds a number.</summary>
    public void Add(double value) => _values[Filled++] = (float)value;

    /// <summary>Adds a yes (1) or no (0).</summary>
    public void Add(bool value) => _values[Filled++] = value ? 1 : 0;
}
