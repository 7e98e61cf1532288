namespace QnA.Core.Articles;

/// <summary>The blocks of an article, with the headings that each stands under.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed class ArticleOutline
{
    private readonly int[] _headings;

    internal ArticleOutline(IReadOnlyList<Block> blocks)
    {
        Blocks = blocks;
        _headings = FindHeadings(blocks);
    }

    /// <summary>Gets the blocks in reading order.</summary>
    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>Finds the nearest heading above a block; for a heading the one that it stands under itself.</summary>
    /// <param name="block">The index of the block.</param>
    /// <returns>The index of the heading; <see langword="null"/> where there is none.</returns>
    public int? HeadingOf(int block) => _headings[block] is var heading and >= 0 ? heading : null;

    /// <summary>Returns the headings that a block stands under, as indexes of blocks, outermost first.</summary>
    /// <param name="block">The index of the block.</param>
    public IReadOnlyList<int> PathOf(int block)
    {
        var path = new List<int>();
        for (var heading = HeadingOf(block); heading is { } above; heading = HeadingOf(above))
        {
            path.Add(above);
        }

        path.Reverse();
        return path;
    }

    /// <summary>Finds the block that holds a position of the text, else the last one before it.</summary>
    /// <param name="position">An offset in UTF-16 code units.</param>
    /// <returns>The index of the block; <see langword="null"/> where the text before the position has none.</returns>
    public int? BlockAt(int position)
    {
        var (low, high) = (0, Blocks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Blocks[middle].Span.Start <= position ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? null : low - 1;
    }

    /// <summary>Tells whether a block hangs on another one: that is its lead-in, or the lead-in of its lead-in, and so on.</summary>
    /// <param name="block">The index of the block.</param>
    /// <param name="leadIn">The index of the block that it may hang on.</param>
    public bool HangsOn(int block, int leadIn)
    {
        // A lead-in always comes before its block, so this ends.
        for (var at = Blocks[block].LeadIn; at is { } above && above >= leadIn; at = Blocks[above].LeadIn)
        {
            if (above == leadIn)
            {
                return true;
            }
        }

        return false;
    }

    private static int[] FindHeadings(IReadOnlyList<Block> blocks)
    {
        var headings = new int[blocks.Count];
        var last = -1;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Kind == BlockKind.Heading)
            {
                while (last >= 0 && blocks[last].Level >= blocks[i].Level)
                {
                    last = headings[last];
                }
            }

            headings[i] = last;
            if (blocks[i].Kind == BlockKind.Heading)
            {
                last = i;
            }
        }

        return headings;
    }
}
