using QnA.Core.Articles;
using QnA.Documents;

namespace QnA.Sources.Tests.Files.Pdf;

public sealed class PdfFileReaderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ReadAsync_Pages_TextInOrderWithPageStarts()
    {
        var article = await ReadAsync(PdfFiles.Make(
            null,
            [new(60, 780, 20, "The new bridge"), new(60, 740, 11, "The bridge was opened in May.", "It cost four million euros.")],
            [new(60, 780, 11, "Two ferries were sold in June.")]));

        Assert.Equal(
            "The new bridge\n\nThe bridge was opened in May. It cost four million euros.\n\nTwo ferries were sold in June.",
            article.Text.Value);
        Assert.Equal([0, article.Text.Value.IndexOf("Two ferries", StringComparison.Ordinal)], article.PageStarts);
        Assert.Equal("The new bridge", article.Title);
    }

    [Fact]
    public async Task ReadAsync_EmptyPageBetween_IsCounted()
    {
        var article = await ReadAsync(PdfFiles.Make(
            null, [new(60, 780, 11, "First page here.")], [], [new(60, 780, 11, "Third page here.")], []));

        Assert.Equal("First page here.\n\nThird page here.", article.Text.Value);
        Assert.Equal([0, 18, 18, 34], article.PageStarts);
        Assert.Equal(1, article.PageAt(17));
        Assert.Equal(3, article.PageAt(18));
    }

    [Fact]
    public async Task ReadAsync_TwoColumns_OneAfterTheOther()
    {
        string[] left = ["The council met on Monday to", "talk about the harbour and the", "price of tickets for ferries."];
        string[] right = ["The museum opens at nine on all", "days of the week and closes at", "five in the winter months."];

        var article = await ReadAsync(PdfFiles.Make(null, [[new(50, 700, 11, left), new(320, 700, 11, right)]]));

        Assert.Equal($"{string.Join(' ', left)}\n\n{string.Join(' ', right)}", article.Text.Value);
    }

    [Fact]
    public async Task ReadAsync_RunningHeadersAndPageNumbers_AreLeftOut()
    {
        PdfFiles.Block[] Page(int number, string text) =>
            [new(60, 810, 9, "Annual report of the harbour"), new(60, 700, 11, text), new(280, 40, 9, $"Page {number} of 11")];

        var article = await ReadAsync(PdfFiles.Make(
            null, Page(9, "The harbour was dredged in March."), Page(10, "Nobody was hurt at all."), Page(11, "The lighthouse was painted red.")));

        Assert.Equal("The harbour was dredged in March.\n\nNobody was hurt at all.\n\nThe lighthouse was painted red.", article.Text.Value);
    }

    [Fact]
    public async Task ReadAsync_SentenceOverAPageEnd_IsWholeAndOnBothPages()
    {
        var article = await ReadAsync(PdfFiles.Make(
            null, [new(60, 780, 11, "The bridge was opened by the")], [new(60, 780, 11, "mayor of the town in May.")]));

        Assert.Equal("The bridge was opened by the mayor of the town in May.", article.Text.Value);
        Assert.Equal([0, article.Text.Value.IndexOf("mayor", StringComparison.Ordinal)], article.PageStarts);
    }

    [Fact]
    public async Task ReadAsync_HyphensAtLineEnds_MendedUnlessTheWordHasThemElsewhere()
    {
        var article = await ReadAsync(PdfFiles.Make(
            null,
            [[new(60, 780, 11, "The administra-", "tion has a well-", "known chairman from Anglo-", "Norman times. He is well-known here.")]]));

        Assert.Equal("The administration has a well-known chairman from Anglo-Norman times. He is well-known here.", article.Text.Value);
    }

    [Fact]
    public async Task ReadAsync_Metadata_IsKept()
    {
        var article = await ReadAsync(PdfFiles.Make(
            builder =>
            {
                builder.DocumentInformation.Title = "Harbour report";
                builder.DocumentInformation.Author = "Ann Example";
                builder.DocumentInformation.Keywords = "harbour, town";
                builder.DocumentInformation.CreationDate = "D:20240503101500+02'00'";
            },
            [[new(60, 780, 11, "The harbour was dredged.")]]));

        Assert.Equal("Harbour report", article.Title);
        Assert.Equal("Ann Example", article.Author);
        Assert.Equal("2024-05-03", article.Published?.ToString());
        Assert.Equal(["harbour", "town"], article.Tags);
    }

    [Theory]
    [InlineData("Microsoft Word - draft 3")]
    [InlineData("untitled")]
    [InlineData("report_final.docx")]
    public async Task ReadAsync_TitleThatAProgramLeft_TheHeadingInstead(string title)
    {
        var article = await ReadAsync(PdfFiles.Make(
            builder => builder.DocumentInformation.Title = title,
            [[new(60, 780, 18, "The real title"), new(60, 740, 11, "The harbour was dredged in March.")]]));

        Assert.Equal("The real title", article.Title);
    }

    private Task<Article> ReadAsync(byte[] pdf) => Reading.ReadOneAsync(_folder.Write("a.pdf", pdf));
}
