using QnA.Search.Ranking;

namespace QnA.Search.Tests.Ranking;

public sealed class RankingNetworkTests
{
    [Fact]
    public void LoadShipped_FitsTheFeatures() => Assert.Equal(SentenceFeatures.Count, RankingNetwork.LoadShipped().Features);

    [Fact]
    public void Load_WhatSaveWrote_ScoresTheSame()
    {
        var network = RankingNetwork.LoadShipped();
        using var stream = new MemoryStream();
        network.Save(stream);
        stream.Position = 0;
        var features = Enumerable.Range(0, SentenceFeatures.Count).Select(i => i % 7 / 7f).ToArray();

        Assert.Equal(network.Score(features), RankingNetwork.Load(stream).Score(features));
    }

    [Fact]
    public void Load_OtherBytes_IsRefused()
    {
        using var stream = new MemoryStream(new byte[64]);

        Assert.Throws<InvalidDataException>(() => RankingNetwork.Load(stream));
    }
}
