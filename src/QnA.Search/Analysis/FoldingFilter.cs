using System.Globalization;
using System.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace QnA.Search.Analysis;

/// <summary>Makes words alike that people take for the same: compatibility forms, composed and decomposed letters, accents.</summary>
/// <remarks>
/// Normalisation form KD (Unicode Standard Annex 15), then non-spacing marks removed where they only modify (Latin, Greek, Cyrillic,
/// Arabic and Hebrew letters); in Indic scripts and Thai, marks are vowels and stay.
/// </remarks>
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
            var folded = Fold(word);
            _term.SetEmpty();
            _term.Append(folded);
        }

        return true;
    }

    /// <summary>Folds a word.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        var decomposed = word.ToString().Normalize(NormalizationForm.FormKD);
        var folded = new StringBuilder(decomposed.Length);
        foreach (var c in decomposed)
        {
            var folds = c < '\u0900' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
            if (!folds)
            {
                folded.Append(c switch { 'ß' => "ss", 'ø' or 'Ø' => "o", 'ł' or 'Ł' => "l", 'đ' or 'Đ' => "d", 'ı' => "i", 'æ' or 'Æ' => "ae", 'œ' or 'Œ' => "oe", '’' => "'", _ => null } ?? c.ToString());
            }
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }
}
