using System.Collections.Frozen;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using QnA.Text.Words;

namespace QnA.Lucene.Analysis;

/// <summary>Leads irregular forms back to their word, so that the stemmer makes one term of <c>write</c>, <c>wrote</c> and <c>written</c>.</summary>
internal sealed class IrregularFormFilter : TokenFilter
{
    private readonly ICharTermAttribute _term;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _words;

    /// <summary>Creates the filter.</summary>
    /// <param name="language">Two or three lower-case letters (ISO 639).</param>
    /// <param name="input">Words in lower case, not stemmed.</param>
    public IrregularFormFilter(string language, TokenStream input)
        : base(input)
    {
        _term = AddAttribute<ICharTermAttribute>();
        _words = IrregularForms.Of(language).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
        {
            return false;
        }

        if (_words.TryGetValue(_term.Buffer.AsSpan(0, _term.Length), out var word))
        {
            _term.SetEmpty();
            _term.Append(word);
        }

        return true;
    }
}
