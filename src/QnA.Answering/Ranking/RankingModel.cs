namespace QnA.Answering.Ranking;

/// <summary>What scores the sentences of a question: first each by its own features, then once more by how its neighbours were scored.</summary>
/// <param name="First">Scores by <see cref="SentenceFeatures"/>.</param>
/// <param name="Second">Scores by these and by <see cref="SecondLook"/>.</param>
/// <remarks>Immutable and safe for concurrent use.</remarks>
internal sealed record RankingModel(RankingNetwork First, RankingNetwork Second)
{
    private const string Resource = "QnA.Answering.Ranking.Weights.sentences.bin";

    /// <summary>Loads the model that is part of this assembly.</summary>
    /// <exception cref="InvalidDataException">The weights were trained for other features.</exception>
    public static RankingModel LoadShipped()
    {
        using var stream = typeof(RankingModel).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException($"The assembly has no weights '{Resource}'.");
        return Load(stream);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The stream holds no weights, or weights for other features.</exception>
    public static RankingModel Load(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        return new RankingModel(RankingNetwork.Load(reader, SentenceFeatures.Count), RankingNetwork.Load(reader, SecondLook.AllFeatures));
    }

    /// <summary>Scores the candidates of a question.</summary>
    /// <returns>A score for each that means something beside those of the same question only.</returns>
    public float[] Score(SentenceFeatures features)
    {
        var values = new float[features.Sentences.Count * SentenceFeatures.Count];
        for (var i = 0; i < features.Sentences.Count; i++)
        {
            features.Write(i, values.AsSpan(i * SentenceFeatures.Count, SentenceFeatures.Count));
        }

        return Second.ScoreAll(SecondLook.Of(values, First.ScoreAll(values), CandidatePlaces.Of(features.Sentences)));
    }

    /// <summary>Writes the weights of both networks, one after the other.</summary>
    public void Save(Stream stream)
    {
        First.Save(stream);
        Second.Save(stream);
    }
}
