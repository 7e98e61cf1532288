using QnA.Core.Articles;
using QnA.Text;

namespace QnA.Sources.Files.Layout;

/// <summary>Collects the blocks of a text while it is written, and finds what each hangs on.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class BlockList
{
    private readonly List<Block> _blocks = [];
    private bool _lastLeadsIn;
    private int _navigation;

    /// <summary>Gets the blocks.</summary>
    public IReadOnlyList<Block> All => _blocks;

    /// <summary>Gets or sets what all that is written hangs on, such as the item of a list; <see langword="null"/> for nothing.</summary>
    public int? Owner { get; set; }

    /// <summary>Gets the index of the last block; <see langword="null"/> where there is none.</summary>
    public int? Last => _blocks.Count == 0 ? null : _blocks.Count - 1;

    /// <summary>Gets what a list that begins now hangs on: the line before it, where that announces something; else <see cref="Owner"/>.</summary>
    public int? ListLeadIn => _lastLeadsIn && IsText(Last) ? Last : Owner;

    /// <summary>Starts a part of the text that only leads elsewhere; each needs an <see cref="EndNavigation"/>.</summary>
    public void StartNavigation() => _navigation++;

    /// <inheritdoc cref="StartNavigation"/>
    public void EndNavigation() => _navigation--;

    /// <summary>Adds a block.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="start">Where it starts.</param>
    /// <param name="text">Its text.</param>
    /// <param name="level">Its level, cut at the deepest that there is.</param>
    /// <param name="leadIn">What it hangs on; <see langword="null"/> for what is usual: code for the text before it, all else for <see cref="Owner"/>.</param>
    public void Add(BlockKind kind, int start, ReadOnlySpan<char> text, int level = 0, int? leadIn = null)
    {
        if (text.IsWhiteSpace())
        {
            return;
        }

        var span = new TextSpan(start, start + text.Length);
        if (_navigation > 0)
        {
            _blocks.Add(new Block(BlockKind.Navigation, span));
            _lastLeadsIn = false;
            return;
        }

        leadIn ??= kind switch
        {
            BlockKind.Heading => null,
            BlockKind.Code => CodeLeadIn(),
            _ => Owner,
        };
        _lastLeadsIn = Announces(text);
        _blocks.Add(new Block(kind, span, Math.Min(level, Block.MaxLevel), leadIn));
    }

    /// <summary>Tells whether a line announces what follows it, as one does that ends in a colon.</summary>
    public static bool Announces(ReadOnlySpan<char> text) => text.TrimEnd() is [.., ':' or '：'];

    // Commands are nearly always introduced by what stands before them, with a colon or without.
    private int? CodeLeadIn()
    {
        if (Last is not { } last)
        {
            return Owner;
        }

        return IsText(last) ? last : _blocks[last].Kind == BlockKind.Code ? _blocks[last].LeadIn : Owner;
    }

    private bool IsText(int? block) =>
        block is { } at && _blocks[at].Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Definition or BlockKind.Term;
}
