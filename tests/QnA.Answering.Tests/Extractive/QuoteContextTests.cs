using QnA.Answering.Extractive;
using QnA.Core.Answers;
using QnA.Core.Articles;
using QnA.Core.Retrieval;
using QnA.Text;

namespace QnA.Answering.Tests.Extractive;

public sealed class QuoteContextTests
{
    [Theory]
    [InlineData("en", "The ferry left at dawn.| It sank at noon.", "The ferry left at dawn. It sank at noon.")]
    [InlineData("en", "The ferry left at dawn.| The ferry sank at noon.", "The ferry sank at noon.")]
    [InlineData("en", "The ferry left at dawn.|\nIt sank at noon.", "It sank at noon.")]
    [InlineData("es", "El barco salió temprano.| El barco se hundió.", "El barco se hundió.")]
    [InlineData("es", "El barco salió temprano.| Ella lo vio.", "El barco salió temprano. Ella lo vio.")]
    [InlineData("nb-NO", "Fergen dro tidlig.| Den sank ved middag.", "Fergen dro tidlig. Den sank ved middag.")]
    [InlineData("ro", "Vaporul a plecat devreme.| El a ajuns seara.", "Vaporul a plecat devreme. El a ajuns seara.")]
    public void Choose_SentenceThatBeginsWithAPronoun_HasTheOneBefore(string language, string text, string quote) =>
        Assert.Equal(quote, Best(text, language));

    [Theory]
    [InlineData("Open on Sundays:\n\n- the museum\n|- the harbour baths", "Open on Sundays:\n\n- the museum\n- the harbour baths")]
    [InlineData("- the museum\n|- the harbour baths", "- the harbour baths")]
    [InlineData("Line | From | To\nA | Port | Hill\n|B | Hill | Lake", "Line | From | To\nA | Port | Hill\nB | Hill | Lake")]
    [InlineData("The lines are listed.\nLine\tFrom\n|B\tHill", "Line\tFrom\nB\tHill")]
    public void Choose_ItemOrRow_HasWhatItHangsOn(string text, string quote)
    {
        var start = text.LastIndexOf('\n') + 2;
        var article = new Article("a", text.Remove(start - 1, 1));
        Assert.Equal(quote, Quote(article, new AnswerOptions(), new TextSpan(start - 1, text.Length - 1)));
    }

    [Fact]
    public void Choose_TooLongTogether_KeepsTheSentenceAlone()
    {
        const string text = "The ferry left the northern harbour of the town at dawn on Sunday. It sank at noon.";
        var at = text.IndexOf("It", StringComparison.Ordinal);

        Assert.Equal("It sank at noon.", Quote(new Article("a", text), new AnswerOptions { MaxQuoteLength = 60 }, new(at, text.Length), new(0, at - 1)));
    }

    [Fact]
    public void Choose_SentenceBeforeIsQuotedAlready_IsNotRepeated()
    {
        const string text = "The ferry left. It sank at noon.";
        var article = new Article("a", text);
        var found = new SearchResult
        {
            Passages = [],
            Sentences = [new(article, new(0, 15), 0.995), new(article, new(16, 32), 0.005)],
            Confidence = 1,
        };

        Assert.Equal([new(0, 15), new(16, 32)], QuoteChooser.Choose(found, new AnswerOptions()).Select(quote => quote.Span));
    }

    [Fact]
    public void Choose_LongTable_IsNotReadToItsHead()
    {
        var text = string.Concat(Enumerable.Repeat("a | b | c\n", 100_000)) + "d | e | f";
        var article = new Article("a", text);

        Assert.Equal("d | e | f", Quote(article, new AnswerOptions(), new TextSpan(text.Length - 9, text.Length)));
    }

    // The bar parts the two sentences; the second is the best one.
    private static string Best(string text, string language)
    {
        var (bar, article) = (text.IndexOf('|', StringComparison.Ordinal), new Article("a", text.Replace("|", "", StringComparison.Ordinal)) { Language = language });
        return Quote(article, new AnswerOptions(), new(bar + 1, article.Text.Value.Length), new(0, bar));
    }

    private static string Quote(Article article, AnswerOptions options, params TextSpan[] sentences)
    {
        var found = new SearchResult
        {
            Passages = [],
            Sentences = [.. sentences.Select((span, i) => new RankedSentence(article, span, i == 0 ? 0.999 : 0.001))],
            Confidence = 1,
        };
        return article.Text.Slice(QuoteChooser.Choose(found, options)[0].Span).ToString();
    }
}
