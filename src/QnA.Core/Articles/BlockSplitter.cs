using System.Runtime.InteropServices;
using QnA.Text;
using QnA.Text.Sentences;

namespace QnA.Core.Articles;

/// <summary>Finds the sentences of an article whose blocks are known.</summary>
/// <remarks>
/// <para>
/// What is found is what may be quoted: a sentence of running text, an item of a list, a row of a table, a few lines of code. A term is
/// one with the first sentence that is said of it, a command one with the sentence that leads to it, a table's first row one with the
/// names of the columns, where that is not too long. Headings and what only leads elsewhere are none.
/// </para>
/// <para>Safe for concurrent use.</para>
/// </remarks>
internal static class BlockSplitter
{
    // A dozen short lines; more is a listing, of which a part is quoted.
    private const int MaxCodeLength = 240;

    // A break before a word that would still have fit by this much was meant.
    private const int WrapSlack = 6;

    /// <summary>Splits an article at its headings.</summary>
    /// <param name="article">The article; it has blocks.</param>
    /// <param name="language">The language of its text: two or three lower-case letters (ISO 639).</param>
    public static List<BlockSection> Split(Article article, string language)
    {
        var conventions = SentenceConventions.Of(language);
        var sections = new List<BlockSection>();
        var units = new List<BlockUnit>();
        int? heading = null;
        for (var i = 0; i < article.Blocks.Count; i++)
        {
            switch (article.Blocks[i].Kind)
            {
                case BlockKind.Heading:
                    Close();
                    heading = i;
                    break;
                case BlockKind.Navigation:
                    break;
                default:
                    Add(article, i, conventions, units);
                    break;
            }
        }

        Close();
        return sections.Count > 0 ? sections : HeadingsAlone(article);

        void Close()
        {
            if (units.Count > 0)
            {
                sections.Add(new BlockSection(PathOf(article, heading), units));
                units = [];
            }
        }
    }

    // All that there is to quote of an article that consists of headings.
    private static List<BlockSection> HeadingsAlone(Article article)
    {
        List<BlockUnit> headings =
        [
            .. article.Blocks.Index().Where(block => block.Item.Kind == BlockKind.Heading)
                .SelectMany(block => ClauseCutter.Cut(article.Text.Value, block.Item.Span, SentenceSplitter.MaxSentenceLength)
                    .Select(piece => new BlockUnit(piece, block.Index))),
        ];
        return headings.Count == 0 ? [] : [new BlockSection([], headings)];
    }

    private static IReadOnlyList<TextSpan> PathOf(Article article, int? heading) =>
        heading is { } own ? [.. article.Outline.PathOf(own).Append(own).Select(block => article.Blocks[block].Span)] : [];

    private static void Add(Article article, int index, SentenceConventions conventions, List<BlockUnit> units)
    {
        var block = article.Blocks[index];
        var joins = units.Count > 0 && JoinsWith(article, index, units[^1].Block);
        var first = units.Count;
        foreach (var piece in PiecesOf(article, block, conventions, joins ? units[^1].Span : default))
        {
            var isFirst = units.Count == first;
            if (isFirst && joins && units[^1].Span.Union(piece).Length <= SentenceSplitter.MaxSentenceLength)
            {
                // What was alone before now belongs to this block: a term is looked for by what is said of it.
                units[^1] = new BlockUnit(units[^1].Span.Union(piece), block.Kind == BlockKind.Code ? units[^1].Block : index);
                joins = false;
                first--;
            }
            else
            {
                units.Add(new BlockUnit(piece, index));
            }
        }
    }

    private static bool JoinsWith(Article article, int index, int before)
    {
        var (kind, last) = (article.Blocks[index].Kind, article.Blocks[before].Kind);
        return before == index - 1 && (last is BlockKind.Term or BlockKind.TableHead
            || (kind == BlockKind.Code && last != BlockKind.Code && article.Blocks[index].LeadIn == before));
    }

    private static IEnumerable<TextSpan> PiecesOf(Article article, Block block, SentenceConventions conventions, TextSpan before)
    {
        switch (block.Kind)
        {
            case BlockKind.Code:
                var room = before.IsEmpty ? MaxCodeLength : Math.Min(MaxCodeLength, SentenceSplitter.MaxSentenceLength - (block.Span.Start - before.Start));
                return CutLines(article, block.Span, Math.Max(room, MaxCodeLength / 4));
            case BlockKind.Term or BlockKind.TableHead or BlockKind.TableRow:
                return ClauseCutter.Cut(article.Text.Value, block.Span, SentenceSplitter.MaxSentenceLength);
            default:
                var sentences = new List<TextSpan>();
                foreach (var line in LinesOf(article.Text.Value, block.Span))
                {
                    SentenceSplitter.AddSentences(article.Text.Value, line, conventions, sentences);
                }

                return sentences;
        }
    }

    // Lines broken because the next word did not fit are one line to a reader.
    private static List<TextSpan> LinesOf(string text, TextSpan span)
    {
        var lines = new List<TextSpan>();
        var width = 0;
        for (var start = span.Start; start < span.End;)
        {
            var length = text.AsSpan(start, span.End - start).IndexOf('\n');
            var end = length < 0 ? span.End : start + length;
            if (TextLines.Trim(text, start, end) is { IsEmpty: false } line)
            {
                lines.Add(line);
                width = Math.Max(width, line.Length);
            }

            start = end + 1;
        }

        var joined = new List<TextSpan>(lines.Count);
        foreach (var line in lines)
        {
            if (joined.Count > 0 && !WouldHaveFit(text, joined[^1], line, width))
            {
                joined[^1] = joined[^1].Union(line);
            }
            else
            {
                joined.Add(line);
            }
        }

        return joined;
    }

    private static bool WouldHaveFit(string text, TextSpan line, TextSpan next, int width)
    {
        var lastStart = text.LastIndexOf('\n', line.End - 1, line.Length) + 1;
        var lastLength = line.End - TextLines.Trim(text, Math.Max(lastStart, line.Start), line.End).Start;
        var word = text.AsSpan(next.Start, next.Length).IndexOf(' ');
        return lastLength + 1 + (word < 0 ? next.Length : word) + WrapSlack <= width;
    }

    private static IEnumerable<TextSpan> CutLines(Article article, TextSpan span, int maximum)
    {
        var text = article.Text.Value;
        TextSpan piece = default;
        for (var start = span.Start; start < span.End;)
        {
            var length = text.AsSpan(start, span.End - start).IndexOf('\n');
            var end = length < 0 ? span.End : start + length;
            var line = TextLines.Trim(text, start, end);
            start = end + 1;
            if (line.IsEmpty)
            {
                continue;
            }

            if (!piece.IsEmpty && piece.Union(line).Length <= maximum)
            {
                piece = piece.Union(line);
                continue;
            }

            foreach (var whole in Cut(piece))
            {
                yield return whole;
            }

            piece = line;
        }

        foreach (var whole in Cut(piece))
        {
            yield return whole;
        }

        IEnumerable<TextSpan> Cut(TextSpan lines) => lines.IsEmpty ? [] : ClauseCutter.Cut(article.Text.Value, lines, SentenceSplitter.MaxSentenceLength);
    }
}

/// <summary>What stands under one heading of an article whose blocks are known.</summary>
/// <param name="Headings">The headings above it, outermost first.</param>
/// <param name="Units">What may be quoted, in reading order; at least one.</param>
internal sealed record BlockSection(IReadOnlyList<TextSpan> Headings, IReadOnlyList<BlockUnit> Units);

/// <summary>What may be quoted of a block.</summary>
/// <param name="Span">Where it stands; it may begin in the blocks before.</param>
/// <param name="Block">The index of its block.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BlockUnit(TextSpan Span, int Block);
