using QnA.Core.Answers;
using QnA.Core.Articles;
using QnA.Text;

namespace QnA.Core.Tests;

/// <summary>Finds the spans of words, so that tests name words and not numbers.</summary>
internal static class ArticleExtensions
{
    public static TextSpan SpanOf(this Article article, string words)
    {
        var start = article.Text.Value.IndexOf(words, StringComparison.Ordinal);
        Assert.True(start >= 0, $"'{words}' is not in the text.");
        return new TextSpan(start, start + words.Length);
    }

    public static DraftQuote Draft(this Article article, string words) => new(article, article.SpanOf(words));

    public static Quote Quote(this Article article, string words) => article.Text.Cut(article.SpanOf(words));
}
