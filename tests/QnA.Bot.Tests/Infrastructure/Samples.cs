namespace QnA.Bot.Tests.Infrastructure;

/// <summary>Articles of the tests.</summary>
internal static class Samples
{
    public const string CostQuestion = "How much did the restoration of the Tarn lighthouse cost?";

    public const string CostSentence = "The restoration of the Tarn lighthouse cost 2.4 million crowns, the harbour trust said.";

    /// <summary>Has no address of its own.</summary>
    public static (string Name, string Text) Lighthouse { get; } = ("lighthouse.md",
        $"""
        ---
        title: Tarn lighthouse opens again
        published: 2024-06-03
        ---

        The Tarn lighthouse opens to visitors again on 14 June after four years of work.

        {CostSentence} Half of the money came from a lottery.

        Ada Brink, who keeps the lamp, climbs 212 steps every morning.
        """);

    /// <summary>Has an address of its own.</summary>
    public static (string Name, string Text) Orchard { get; } = ("orchard.md",
        """
        ---
        title: Frost takes the pear harvest
        published: 2023-10-02
        url: https://paper.example.com/orchard
        ---

        Late frost destroyed most of the pear harvest in the Oske valley this year. Growers picked 310 tonnes of pears, a third of the usual amount.

        The cooperative expects prices to rise before Christmas.
        """);
}
