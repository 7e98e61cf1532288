using System.Text;
using QnA.Core.Receipts;
using QnA.Core.Usage;

namespace QnA.Core.Tests.Receipts;

public class ReceiptUsageTests
{
    [Fact]
    public async Task ToJson_AnswerOfAModel_HasTokensAndCostAndIsReadAgain()
    {
        var answer = Sample.Answer(Sample.Bridge, "Çok güzel köprü!") with
        {
            Model = "m",
            Usage = [new ModelUsage("m", 2, 1200, 34) { Cost = new Cost(0.0012m, "EUR") }, new ModelUsage("n", 1, 7, 3) { IsEstimated = true }],
        };

        var receipt = Receipt.From(answer, id: null);
        var json = receipt.ToJson();

        Assert.Contains(
            "\"usage\":[{\"model\":\"m\",\"calls\":2,\"inputTokens\":1200,\"outputTokens\":34,\"cost\":0.0012,\"currency\":\"EUR\"}," +
            "{\"model\":\"n\",\"calls\":1,\"inputTokens\":7,\"outputTokens\":3,\"estimated\":true}],\"answeredAt\":",
            json,
            StringComparison.Ordinal);
        Assert.Equal(receipt.Usage, (await ReadAsync(json)).Usage);
    }

    [Fact]
    public async Task ReadAsync_ReceiptOfAVersionThatDidNotCount_HasNoUsage()
    {
        var json = Sample.Receipt(Sample.Bridge, "Çok güzel köprü!").ToJson();

        Assert.DoesNotContain("usage", json, StringComparison.Ordinal);
        Assert.Null((await ReadAsync(json)).Usage);
    }

    [Fact]
    public async Task ReadAsync_NullAmongTheUsage_IsAnError()
    {
        var json = Sample.Receipt(Sample.Bridge, "Çok güzel köprü!").ToJson().Replace("\"model\":", "\"usage\":[null],\"model\":", StringComparison.Ordinal);

        await using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        Assert.IsType<UnreadableReceipt>(await ReceiptReader.ReadAsync(stream, TestContext.Current.CancellationToken).SingleAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Sum_CallsOfTwoModels_AddsUpEachModel()
    {
        var sum = ModelUsage.Sum(
        [
            new ModelUsage("a", 1, 10, 1) { Cost = new Cost(0.5m, "USD") },
            new ModelUsage("b", 1, 5, 5),
            new ModelUsage("a", 1, 20, 2) { Cost = new Cost(0.25m, "USD"), IsEstimated = true },
        ]);

        Assert.Equal(
            [new ModelUsage("a", 2, 30, 3) { Cost = new Cost(0.75m, "USD"), IsEstimated = true }, new ModelUsage("b", 1, 5, 5)], sum);
    }

    private static async Task<Receipt> ReadAsync(string json)
    {
        await using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        var item = await ReceiptReader.ReadAsync(stream, TestContext.Current.CancellationToken).SingleAsync(TestContext.Current.CancellationToken);
        return Assert.IsType<ReadReceipt>(item).Receipt;
    }
}
