using QnA.Core.Articles;
using QnA.Text;

namespace QnA.Bot.Web.Articles;

/// <summary>An article as people read it: its text in paragraphs, with a quote marked. The page and the chat's side panel both show this.</summary>
/// <remarks>The texts of all pieces of all blocks, one after the other, are the article's text letter for letter.</remarks>
internal sealed class ArticleView
{
    private ArticleView(Article article, MarkedSpan marked, IReadOnlyList<ArticleBlock> blocks)
    {
        Article = article;
        Marked = marked;
        Blocks = blocks;
    }

    public Article Article { get; }

    public MarkedSpan Marked { get; }

    public IReadOnlyList<ArticleBlock> Blocks { get; }

    public static ArticleView Of(Article article, MarkedSpan marked)
    {
        var text = article.Text.Value;
        var blocks = new List<ArticleBlock>();
        int? lastPage = null;
        var start = 0;
        while (start < text.Length)
        {
            var pieces = (int end) => ArticlePiece.Split(text, new TextSpan(start, end), marked.Span);
            int next;
            if (IsBreak(text[start]))
            {
                next = EndOfGap(text, start);
                blocks.Add(new ArticleBlock(IsParagraph: false, Page: null, pieces(next)));
            }
            else
            {
                next = EndOfParagraph(text, start);
                var page = article.PageAt(start);
                blocks.Add(new ArticleBlock(IsParagraph: true, page == lastPage ? null : page, pieces(next)));
                lastPage = page;
            }

            start = next;
        }

        return new ArticleView(article, marked, blocks);
    }

    private static bool IsBreak(char c) => c is '\n' or '\r';

    private static int EndOfGap(string text, int position)
    {
        while (position < text.Length && IsBreak(text[position]))
        {
            position++;
        }

        return position;
    }

    /// <summary>A paragraph ends at an empty line; single line ends belong to it (verses, lists, addresses).</summary>
    private static int EndOfParagraph(string text, int position)
    {
        while (position < text.Length)
        {
            var line = text.AsSpan(position).IndexOfAny('\n', '\r');
            if (line < 0)
            {
                return text.Length;
            }

            var lineEnd = position + line;
            var gapEnd = EndOfGap(text, lineEnd);
            var lines = text.AsSpan(lineEnd, gapEnd - lineEnd);
            if (gapEnd == text.Length || lines.Length > (lines.StartsWith("\r\n") ? 2 : 1))
            {
                return lineEnd;
            }

            position = gapEnd;
        }

        return position;
    }
}

/// <summary>A paragraph, or the line ends between two.</summary>
/// <param name="IsParagraph">Whether it is a paragraph.</param>
/// <param name="Page">The page of the source that the paragraph is the first of; <see langword="null"/> where it is not.</param>
/// <param name="Pieces">Its text.</param>
internal sealed record ArticleBlock(bool IsParagraph, int? Page, IReadOnlyList<ArticlePiece> Pieces);

/// <summary>What is marked of an article.</summary>
/// <param name="Span">The words, or <see langword="null"/> for none.</param>
/// <param name="Missing">Whether words were asked for that this version of the article does not have at that place.</param>
internal readonly record struct MarkedSpan(TextSpan? Span, bool Missing)
{
    public static MarkedSpan None { get; }

    /// <summary>Finds what an address asks to be marked.</summary>
    public static MarkedSpan Find(Article article, int? start, int? end, string? version)
    {
        if (start is null && end is null)
        {
            return None;
        }

        // Offsets of another version would mark other words.
        var known = version is null || version == article.Text.Version;
        return known && start >= 0 && end >= start && article.Text.TryCut(new TextSpan(start.Value, end.Value), out _)
            ? new MarkedSpan(new TextSpan(start.Value, end.Value), Missing: false)
            : new MarkedSpan(Span: null, Missing: true);
    }
}
