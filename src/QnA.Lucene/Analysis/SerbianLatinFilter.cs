using System.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace QnA.Lucene.Analysis;

/// <summary>Writes Serbian words in Latin letters, whichever of its two alphabets they were written in.</summary>
/// <remarks>Letter by letter, as the alphabets correspond; expects lower case.</remarks>
internal sealed class SerbianLatinFilter : TokenFilter
{
    private const string Cyrillic = "абвгдђежзијклљмнњопрстћуфхцчџш";
    private static readonly string[] Latin = "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".Split(' ');

    private readonly ICharTermAttribute _term;

    public SerbianLatinFilter(TokenStream input)
        : base(input) => _term = AddAttribute<ICharTermAttribute>();

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
        {
            return false;
        }

        var word = _term.Buffer.AsSpan(0, _term.Length);
        if (word.ContainsAnyInRange('а', 'џ'))
        {
            var latin = new StringBuilder(word.Length + 4);
            foreach (var c in word)
            {
                latin.Append(Cyrillic.IndexOf(c, StringComparison.Ordinal) is var at and >= 0 ? Latin[at] : c.ToString());
            }

            _term.SetEmpty();
            _term.Append(latin);
        }

        return true;
    }
}
