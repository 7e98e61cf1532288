using QnA.Core.Articles;
using QnA.Text;
using QnA.Text.Sentences;

namespace QnA.Answering.Extractive;

/// <summary>Makes a quote whole where the blocks of its article are known: no list, row or command begins where it ends.</summary>
/// <remarks>
/// To the left a quote gets what it is not understood without: the term of a definition, the line that a list hangs on, the heads of a
/// table's columns. To the right it goes on to the end of its block, unless that is running text, and over what hangs on it. What does not fit is cut after a line, a
/// sentence or a clause. Headings and what only leads elsewhere are never crossed.
/// </remarks>
internal static class BlockQuote
{
    // A longer lead-in would leave too little room for what it leads to.
    private const double MostForLeadIn = 0.5;

    // Less of what follows says nothing.
    private const int LeastAdded = 24;

    /// <summary>Makes a quote whole.</summary>
    /// <param name="article">The article; one without blocks changes nothing.</param>
    /// <param name="span">The quote.</param>
    /// <param name="maximum">How long it may become, in UTF-16 code units.</param>
    public static TextSpan Extend(Article article, TextSpan span, int maximum)
    {
        if (article.Outline.BlockAt(span.Start) is not { } first || article.Outline.BlockAt(span.End - 1) is not { } last)
        {
            return span;
        }

        span = AddLeadIn(article, first, span, maximum);
        return AddRest(article, last, span, maximum);
    }

    private static TextSpan AddLeadIn(Article article, int block, TextSpan span, int maximum)
    {
        if (article.Blocks[block].LeadIn is not { } leadIn)
        {
            return span;
        }

        var start = article.Blocks[leadIn].Span;
        var whole = start.Union(span);
        if (whole.Length <= maximum && start.Length <= maximum * MostForLeadIn)
        {
            return whole;
        }

        // Of a long paragraph the line that ends in a colon is enough, and stands at its end.
        var from = Math.Max(start.Start, span.End - maximum);
        var sentence = article.Text.Value.AsSpan(from, Math.Max(0, start.End - from)).LastIndexOf(". ") is var at and >= 0 ? from + at + 1 : -1;
        return sentence > 0 && article.Blocks[leadIn].Kind is BlockKind.Paragraph or BlockKind.Definition
            && TextLines.Trim(article.Text.Value, sentence, span.End) is var cut && cut.Length <= maximum && article.Text.IsBoundary(cut.Start)
            ? cut
            : span;
    }

    private static TextSpan AddRest(Article article, int block, TextSpan span, int maximum)
    {
        var blocks = article.Blocks;
        if (blocks[block].Kind == BlockKind.Paragraph && span.End < blocks[block].Span.End)
        {
            // Running text is quoted by sentences.
            return span;
        }

        var root = RootOf(article, block);
        for (var i = block; i < blocks.Count; i++)
        {
            if (i > block && (blocks[i].Kind is BlockKind.Heading or BlockKind.Navigation || !Follows(article, i, block, root)))
            {
                break;
            }

            if (blocks[i].Span.End <= span.End)
            {
                continue;
            }

            var whole = span.Union(blocks[i].Span);
            if (whole.Length > maximum)
            {
                return CutAt(article, span, blocks[i].Span, maximum);
            }

            span = whole;
        }

        return span;
    }

    // What hangs on the block itself, and where it leads in or is a signature, on the block's own lead-in as well.
    private static bool Follows(Article article, int block, int from, int root) =>
        article.Outline.HangsOn(block, from)
        || (article.Blocks[from].Kind is BlockKind.Term or BlockKind.Definition && article.Outline.HangsOn(block, root))
        || (article.Blocks[from].Kind == BlockKind.Term && article.Blocks[block].Kind is BlockKind.Term or BlockKind.Definition && block == from + 1);

    private static int RootOf(Article article, int block)
    {
        var root = block;
        for (var above = article.Blocks[block].LeadIn; above is { } at; above = article.Blocks[at].LeadIn)
        {
            if (article.Blocks[at].Kind == BlockKind.Term)
            {
                return at;
            }

            root = at;
        }

        return root;
    }

    private static TextSpan CutAt(Article article, TextSpan span, TextSpan next, int maximum)
    {
        var from = Math.Max(span.End, next.Start);
        var room = maximum - (from - span.Start);
        if (room < LeastAdded)
        {
            return span;
        }

        var text = article.Text.Value.AsSpan(from, room);
        var end = EndOfLine(text) is var line && line >= LeastAdded ? line : EndOfSentence(text);
        if (end < LeastAdded)
        {
            end = ClauseCutter.Cut(article.Text.Value, new TextSpan(from, next.End), room).FirstOrDefault().Length;
        }

        var trimmed = TextLines.Trim(article.Text.Value, from, from + end);
        return trimmed.IsEmpty || trimmed.End - from < LeastAdded || !article.Text.IsBoundary(trimmed.End) ? span : span.Union(trimmed);
    }

    private static int EndOfLine(ReadOnlySpan<char> text) => text.LastIndexOf('\n');

    private static int EndOfSentence(ReadOnlySpan<char> text) =>
        text.LastIndexOf(". ") is var latin && latin >= 0 ? latin + 1 : text.LastIndexOfAny('。', '！', '？') + 1;
}
