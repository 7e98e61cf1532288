using QnA.Answering.Ranking;

namespace QnA.Answering.Tests.Ranking;

public sealed class RankingModelTests
{
    [Fact]
    public void LoadShipped_FitsTheFeatures()
    {
        var model = RankingModel.LoadShipped();

        Assert.Equal((SentenceFeatures.Count, SecondLook.AllFeatures), (model.First.Features, model.Second.Features));
    }

    [Fact]
    public void Load_WhatSaveWrote_ScoresTheSame()
    {
        var model = RankingModel.LoadShipped();
        using var stream = new MemoryStream();
        model.Save(stream);
        stream.Position = 0;
        var loaded = RankingModel.Load(stream);
        var features = Enumerable.Range(0, SecondLook.AllFeatures).Select(i => i % 7 / 7f).ToArray();

        Assert.Equal(model.First.Score(features.AsSpan(0, SentenceFeatures.Count)), loaded.First.Score(features.AsSpan(0, SentenceFeatures.Count)));
        Assert.Equal(model.Second.Score(features), loaded.Second.Score(features));
    }

    [Fact]
    public void Load_OtherBytes_IsRefused()
    {
        using var stream = new MemoryStream(new byte[64]);

        Assert.Throws<InvalidDataException>(() => RankingModel.Load(stream));
    }
}
