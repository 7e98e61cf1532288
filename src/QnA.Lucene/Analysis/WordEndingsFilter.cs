using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using QnA.Text.Words;

namespace QnA.Lucene.Analysis;

/// <summary>Folds words, takes the joiners out that no reader sees, and takes off what <see cref="WordEndings"/> lists.</summary>
/// <remarks>Folded first, so that a word typed without its accents loses the same ending.</remarks>
internal sealed class WordEndingsFilter : TokenFilter
{
    private readonly WordEndings _endings;
    private readonly ICharTermAttribute _term;

    public WordEndingsFilter(TokenStream input, WordEndings endings)
        : base(input)
    {
        _endings = endings;
        _term = AddAttribute<ICharTermAttribute>();
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
        {
            return false;
        }

        var folded = Folding.Fold(_term.Buffer.AsSpan(0, _term.Length))
            .Replace("\u200C", "", StringComparison.Ordinal)
            .Replace("\u200D", "", StringComparison.Ordinal);
        _term.SetEmpty();
        _term.Append(_endings.Strip(folded));
        return true;
    }
}
