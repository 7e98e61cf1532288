using System.Text;
using System.Text.Json;
using CsCheck;
using QnA.Conformance;
using QnA.Core.Answers;
using QnA.Core.Articles;
using QnA.Core.Questions;
using QnA.Core.Receipts;

namespace QnA.Core.Tests.Receipts;

public class ReceiptTests
{
    [Fact]
    public void ToJson_Answer_IsExactlyTheDocumentedForm()
    {
        var quote = Sample.Bridge.Quote("Çok güzel köprü!");
        var expected = $$$"""
            {"id":"q1","question":"When did the “bridge” open?","status":"answered","text":"Çok güzel köprü! [1]","confidence":0.8765,
            "citations":[{"number":1,"articleId":"a","start":26,"end":42,"quote":"Çok güzel köprü!","title":"The bridge",
            "url":"https://example.org/bridge#:~:text=%C3%87ok%20g%C3%BCzel%20k%C3%B6pr%C3%BC%21","published":"2011-05",
            "version":"{{{Sample.Bridge.Text.Version}}}","sha256":"{{{quote.Sha256}}}"}],
            "retrieved":[{"articleId":"a","start":0,"end":70,"score":12.3457}],"model":"extractive",
            "answeredAt":"2024-01-02T03:04:05+00:00","elapsedMs":4.001,
            "timings":{"rewriteMs":0.123,"searchMs":2.5,"firstClaimMs":3,"totalMs":4.001}}
            """.ReplaceLineEndings("");

        Assert.Equal(expected, Sample.Receipt(Sample.Bridge, "Çok güzel köprü!").ToJson());
    }

    [Fact]
    public void ToJson_AnswerOfAModel_HasTheVersionOfItsPrompt()
    {
        var answer = Sample.Answer(Sample.Bridge, "Çok güzel köprü!") with { Model = "m", PromptVersion = "0123456789ab" };

        var json = Receipt.From(answer, id: null).ToJson();

        Assert.Contains("\"model\":\"m\",\"promptVersion\":\"0123456789ab\",", json, StringComparison.Ordinal);
    }

    [Fact]
    public void ToJson_NotFound_SaysWhyInSnakeCaseWithTheNearest()
    {
        var nearest = Citation.Of(1, Sample.Bridge.Quote("The bridge opened in May."), Sample.Bridge);

        var json = Receipt.From(Sample.NotFound(NotFoundReason.NotCloseEnough(["tunnel"], [nearest])), id: null).ToJson();

        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        Assert.Equal("not_found", root.GetProperty("status").GetString());
        var why = root.GetProperty("why");
        Assert.Equal(["reason", "message", "missingWords", "nearest"], why.EnumerateObject().Select(p => p.Name));
        Assert.Equal("not_close_enough", why.GetProperty("reason").GetString());
        Assert.Equal("tunnel", why.GetProperty("missingWords")[0].GetString());
        Assert.Equal("The bridge opened in May.", why.GetProperty("nearest")[0].GetProperty("quote").GetString());
        Assert.False(root.TryGetProperty("id", out _));
        Assert.False(root.GetProperty("timings").TryGetProperty("firstClaimMs", out _));
    }

    [Theory]
    [InlineData(AnswerStatus.Answered, "answered")]
    [InlineData(AnswerStatus.NotFound, "not_found")]
    [InlineData(AnswerStatus.Conflict, "conflict")]
    [InlineData(AnswerStatus.Error, "error")]
    public void ToJson_Status_IsSnakeCase(AnswerStatus status, string expected) =>
        Assert.Contains(
            $"\"status\":\"{expected}\"", Receipt.From(Sample.Answer(Sample.Bridge) with { Status = status }, null).ToJson(), StringComparison.Ordinal);

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(double.PositiveInfinity, 0)]
    [InlineData(-0.00001, 0)]
    [InlineData(0.99996, 1)]
    [InlineData(0.12344, 0.1234)]
    public void From_ConfidenceAndScore_AreRoundedAndAlwaysJson(double given, double expected)
    {
        var answer = Sample.Answer(Sample.Bridge);
        var receipt = Receipt.From(
            answer with { Confidence = given, Retrieved = [answer.Retrieved[0] with { Score = given }] }, null);

        Assert.Equal(expected, receipt.Confidence);
        Assert.Equal(expected, receipt.Retrieved[0].Score);
        Assert.DoesNotContain(":-0,", receipt.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void From_ManyPassages_KeepsTheFirstTen()
    {
        var answer = Sample.Answer(Sample.Bridge);
        var retrieved = Enumerable.Range(0, 12).Select(i => answer.Retrieved[0] with { Score = 12 - i }).ToList();

        var receipt = Receipt.From(answer with { Retrieved = retrieved }, null);

        Assert.Equal([12, 11, 10, 9, 8, 7, 6, 5, 4, 3], receipt.Retrieved.Select(passage => passage.Score));
    }

    [Fact]
    public void ToJson_Indented_IsTheSameReceiptWithLineFeedsOnly()
    {
        var receipt = Sample.Receipt(Sample.Bridge, "The bridge opened in May.");

        var json = receipt.ToJson(indented: true);

        Assert.Contains("{\n  \"id\": \"q1\",\n", json, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', json);
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(receipt.ToJson()), JsonElement.Parse(json)));
    }

    [Fact]
    public void ToJson_AnyText_IsOneLineOfJsonThatIsReadBackLetterForLetter() =>
        HostileText.Texts.Where(text => text.Length > 0).Sample(
            text =>
            {
                var article = new Article("a", text) { Title = text };
                var answer = Sample.Answer(article, article.Text.Value) with { Question = new Question(text) };

                var json = Receipt.From(answer, "q").ToJson();

                Assert.DoesNotContain('\n', json);
                var read = Assert.IsType<ReadReceipt>(Assert.Single(ReceiptReaderTests.Read(Encoding.UTF8.GetBytes(json)))).Receipt;
                Assert.Equal(article.Text.Value, read.Citations[0].Quote);
                Assert.Equal(json.Replace("\\uFFFD", "\uFFFD", StringComparison.Ordinal), read.ToJson().Replace("\\uFFFD", "\uFFFD", StringComparison.Ordinal));
            },
            iter: 500);

    [Fact]
    public void ToJson_LettersOfAnyScript_AreReadable()
    {
        var article = new Article("a", "Γειά שלום 漢字 ж ก");

        Assert.Contains("Γειά שלום 漢字 ж ก", Sample.Receipt(article, article.Text.Value).ToJson(), StringComparison.Ordinal);
    }
}
