namespace QnA.Testing.Tests;

/// <summary>Articles of the tests.</summary>
internal static class Samples
{
    public const string CostQuestion = "How much did the restoration of the Tarn lighthouse cost?";

    public const string CostSentence = "The restoration of the Tarn lighthouse cost 2.4 million crowns, the harbour trust said.";

    public static TestArticle Lighthouse { get; } = TestArticle.Of(
        "Tarn lighthouse: \"opens\" again",
        $"The Tarn lighthouse opens to visitors again on 14 June.\n\n{CostSentence} Ada Brink, who keeps the lamp, climbs 212 steps every morning.",
        published: "2024-06-03",
        tags: ["harbour", "light: house"]);

    public static TestArticle Orchard { get; } = TestArticle.Of(
        "Frost takes the pear harvest",
        "Growers picked 310 tonnes of pears, a third of the usual amount.",
        url: "https://paper.example.com/orchard");

    public static Task<TestBot> StartAsync() => TestBot.StartAsync(new TestBotOptions
    {
        Articles = [Lighthouse, Orchard],
        CancellationToken = TestContext.Current.CancellationToken,
    });
}
