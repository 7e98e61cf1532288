using QnA.Answering.Ranking;
using QnA.Core.Articles;

namespace QnA.Training.Data;

/// <summary>Makes articles that are on the subject of a question and lack its answer: every second paragraph is blank.</summary>
internal static class HalvedArticle
{
    /// <summary>Blanks every second paragraph; what is left keeps its place.</summary>
    public static Article Of(Article article)
    {
        var text = article.Text.Value.ToCharArray();
        var paragraph = 0;
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOf('\n') is var at and >= 0 ? at : text.Length - start;
            if (!text.AsSpan(start, length).IsWhiteSpace() && paragraph++ % 2 == 1)
            {
                text.AsSpan(start, length).Fill(' ');
            }

            start += length + 1;
        }

        return new Article(article.Id, new string(text)) { Title = article.Title, Language = article.Language };
    }

    /// <summary>Tells whether any place that answers a question is left.</summary>
    public static bool Has(IReadOnlyList<Article> halved, GoldQuestion question) => question.Gold.Any(gold =>
        halved.FirstOrDefault(article => article.Id == gold.ArticleId) is { } article
        && gold.Answers.Concat(gold.Evidence).Any(place => !article.Text.Slice(place).IsWhiteSpace()));
}
