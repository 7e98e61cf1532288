using CsCheck;
using QnA.Bot.Tests.Infrastructure;
using QnA.Bot.Web.Articles;
using QnA.Bot.Web.Languages;
using QnA.Bot.Web.Pages;
using QnA.Conformance;
using QnA.Core.Articles;
using QnA.Text;

namespace QnA.Bot.Tests.Web;

public sealed class ArticleViewTests
{
    private static readonly PageLanguage English = new PageLanguages(new PageFiles()).All.Single(l => l.Tag == "en");

    [Fact]
    public void Pieces_OfAnyTextAndQuote_AreTheTextAndTheQuote()
    {
        var cases = Gen.Select(HostileText.Texts, Gen.Int[0, 100], Gen.Int[0, 100]);
        cases.Sample((raw, from, to) =>
        {
            var article = new Article("a", raw);
            var span = SpanOf(article.Text, from, to);
            var view = ArticleView.Of(article, new MarkedSpan(span, Missing: false));

            var pieces = view.Blocks.SelectMany(b => b.Pieces).ToList();
            Assert.Equal(article.Text.Value, string.Concat(pieces.Select(p => p.Text)));
            Assert.Equal(span is { } s ? article.Text.Slice(s).ToString() : "", string.Concat(pieces.Where(p => p.IsMarked).Select(p => p.Text)));
        });
    }

    [Fact]
    public void Page_OfAnyTextAndQuote_IsReadBackLetterForLetter()
    {
        var cases = Gen.Select(HostileText.Texts, Gen.Int[0, 100], Gen.Int[0, 100]);
        cases.Sample((raw, from, to) =>
        {
            // HTML has no way to hold a null, and the reader of this test takes U+FFFF for the end of the page.
            var article = new Article("a", raw.Replace('\0', ' ').Replace('\uFFFF', ' '));
            var span = SpanOf(article.Text, from, to);

            var page = ArticlePage.Of(ArticleView.Of(article, new MarkedSpan(span, Missing: false)), English);

            Assert.Equal(article.Text.Value, ShownText.Of(page, "article"));
            Assert.Equal(span is { } s ? article.Text.Slice(s).ToString() : "", ShownText.Of(page, "mark"));
        });
    }

    [Fact]
    public void Blocks_OfATextWithEmptyLines_AreItsParagraphs()
    {
        var view = ArticleView.Of(new Article("a", "One,\ntwo.\n\nThree.\r\n\r\nFour\r\nfive.\n"), MarkedSpan.None);

        Assert.Equal(["One,\ntwo.", "Three.", "Four\r\nfive."], view.Blocks.Where(b => b.IsParagraph).Select(b => string.Concat(b.Pieces.Select(p => p.Text))));
    }

    [Fact]
    public void Pieces_OfCharactersThatDisguiseText_StandAlone()
    {
        var view = ArticleView.Of(new Article("a", "pay \u202E0001\u202C crowns"), MarkedSpan.None);

        Assert.Equal(["U+202E", "U+202C"], view.Blocks.Single().Pieces.Select(p => p.Control).OfType<string>());
    }

    private static TextSpan? SpanOf(ArticleText text, int from, int to)
    {
        if (text.Length == 0)
        {
            return null;
        }

        var (a, b) = (from % text.Length, to % (text.Length + 1));
        var span = text.Widen(new TextSpan(Math.Min(a, b), Math.Max(a, b)));
        return text.TryCut(span, out _) ? span : null;
    }
}
