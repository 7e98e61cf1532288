using System.Text;

namespace QnA.Sources.Files.Pdf;

/// <summary>Finds running headers, footers and page numbers: what stands at the edge of neighbouring pages in the same place.</summary>
/// <remarks>
/// After Klampfl, Granitzer, Jack and Kern, "Unsupervised document structure analysis of digital scientific articles" (2014), section
/// 5.1: the outermost blocks of a page are compared with those of the pages beside it, digits counting as equal; pages two away are
/// compared too, for books with different left and right pages. Here the texts must be equal, so that nothing of the body is lost.
/// </remarks>
internal static class RepeatedBlocks
{
    /// <summary>How many blocks at the top and at the bottom are looked at.</summary>
    private const int Outermost = 3;

    /// <summary>How far apart, in points, the same block may stand on two pages.</summary>
    private const double Tolerance = 6;

    /// <summary>Returns the blocks of each page without those that repeat.</summary>
    public static IReadOnlyList<IReadOnlyList<PdfBlock>> Remove(IReadOnlyList<IReadOnlyList<PdfBlock>> pages)
    {
        var edges = pages.Select(Edges).ToList();
        var kept = new List<IReadOnlyList<PdfBlock>>(pages.Count);
        for (var i = 0; i < pages.Count; i++)
        {
            var repeated = edges[i].Where(edge => Repeats(edge, edges, i)).Select(edge => edge.Block).ToHashSet();
            kept.Add(repeated.Count == 0 ? pages[i] : [.. pages[i].Where(block => !repeated.Contains(block))]);
        }

        return kept;
    }

    private static bool Repeats(Edge edge, List<List<Edge>> edges, int page)
    {
        foreach (var other in (ReadOnlySpan<int>)[page - 2, page - 1, page + 1, page + 2])
        {
            if (other >= 0 && other < edges.Count && edges[other].Exists(candidate => edge.IsSameAs(candidate)))
            {
                return true;
            }
        }

        return false;
    }

    private static List<Edge> Edges(IReadOnlyList<PdfBlock> blocks)
    {
        var fromTop = blocks.OrderByDescending(block => block.Box.Top).ToList();
        return [.. fromTop.Take(Outermost).Select(block => Make(block, isTop: true)),
            .. fromTop.Skip(Outermost).TakeLast(Outermost).Select(block => Make(block, isTop: false))];

        static Edge Make(PdfBlock block, bool isTop) => new(block, Mask(block.Text), isTop);
    }

    private static string Mask(string text)
    {
        var masked = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            // A run of digits is one: page 9 and page 10.
            if (!char.IsAsciiDigit(character))
            {
                masked.Append(character);
            }
            else if (masked.Length == 0 || masked[^1] != '@')
            {
                masked.Append('@');
            }
        }

        return masked.ToString();
    }

    private sealed record Edge(PdfBlock Block, string Masked, bool IsTop)
    {
        public bool IsSameAs(Edge other) =>
            Masked == other.Masked
            && (Math.Abs(Block.Box.Top - other.Block.Box.Top) <= Tolerance || Math.Abs(Block.Box.Bottom - other.Block.Box.Bottom) <= Tolerance);
    }
}
