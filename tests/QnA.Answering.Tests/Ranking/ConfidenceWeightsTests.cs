using QnA.Answering.Ranking;

namespace QnA.Answering.Tests.Ranking;

public sealed class ConfidenceWeightsTests
{
    private static readonly float[] SomeEvidence = [.. Enumerable.Range(0, Evidence.Names.Count).Select(i => i % 5 / 5f)];

    [Fact]
    public void Names_OfTheEvidence_DifferFromEachOther() =>
        Assert.Equal(Evidence.Names.Count, Evidence.Names.Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Load_WhatSaveWrote_IsTheSame()
    {
        var shipped = Confidence.LoadShipped();
        using var writer = new StringWriter();
        shipped.Save(writer);

        Assert.Equal(shipped.Of(SomeEvidence), Confidence.Load(new StringReader(writer.ToString())).Of(SomeEvidence));
    }

    [Theory]
    [InlineData("")]
    [InlineData("constant\t1\n")]
    [InlineData("constant\tone\n")]
    public void Load_WeightsForOtherEvidence_IsRefused(string text) =>
        Assert.Throws<InvalidDataException>(() => Confidence.Load(new StringReader(text)));

    [Fact]
    public void Of_StrangeEvidence_IsAProbability()
    {
        var confidence = Confidence.LoadShipped();

        Assert.InRange(confidence.Of([.. SomeEvidence.Select(_ => float.MaxValue)]), 0, 1);
        Assert.InRange(confidence.Of([.. SomeEvidence.Select(_ => float.MinValue)]), 0, 1);
    }
}
