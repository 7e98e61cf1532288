using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using QnA.Text.Words;

namespace QnA.Lucene.Analysis;

/// <summary>Folds words, see <see cref="Folding"/>.</summary>
internal sealed class FoldingFilter : TokenFilter
{
    private readonly ICharTermAttribute _term;

    public FoldingFilter(TokenStream input)
        : base(input) => _term = AddAttribute<ICharTermAttribute>();

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
        {
            return false;
        }

        var word = _term.Buffer.AsSpan(0, _term.Length);
        if (word.ContainsAnyExceptInRange('\0', '\u007F'))
        {
            var folded = Folding.Fold(word);
            _term.SetEmpty();
            _term.Append(folded);
        }

        return true;
    }
}
