using QnA.Text;

namespace QnA.Core.Articles;

/// <summary>What a part of an article's text is.</summary>
/// <remarks>The numbers are part of stored indexes and of <see cref="Article.Fingerprint"/>: none is ever given another meaning.</remarks>
public enum BlockKind
{
    /// <summary>Running text.</summary>
    Paragraph = 0,

    /// <summary>A heading; what follows it up to the next one of its level or above stands under it.</summary>
    Heading = 1,

    /// <summary>An item of a list, with its bullet or number.</summary>
    ListItem = 2,

    /// <summary>What is defined or described: a word, an option, a signature.</summary>
    Term = 3,

    /// <summary>What is said of a <see cref="Term"/>.</summary>
    Definition = 4,

    /// <summary>The row of a table that names its columns.</summary>
    TableHead = 5,

    /// <summary>A row of a table.</summary>
    TableRow = 6,

    /// <summary>Program text, commands, output: its line ends mean something.</summary>
    Code = 7,

    /// <summary>What leads to other text and says nothing itself: contents, indexes, menus. It is never quoted.</summary>
    Navigation = 8,
}

/// <summary>A part of an article's text that its source sets apart.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands, in UTF-16 code units; not empty, without white space at its ends.</param>
/// <param name="Level">
/// How deep it is nested: headings from 1, the outermost, and items of lists from 1; 0 for all others. At most <see cref="MaxLevel"/>.
/// </param>
/// <param name="LeadIn">
/// The block before it that it is not understood without, as an index of <see cref="Article.Blocks"/>: the term of a definition, the line
/// that a list or a command hangs on, the heads of a table's columns; <see langword="null"/> where there is none.
/// </param>
public readonly record struct Block(BlockKind Kind, TextSpan Span, int Level = 0, int? LeadIn = null)
{
    /// <summary>The deepest level.</summary>
    public const int MaxLevel = 15;
}
