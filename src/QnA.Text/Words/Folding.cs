using System.Globalization;
using System.Text;

namespace QnA.Text.Words;

/// <summary>Makes words alike that people take for the same: compatibility forms, composed and decomposed letters, accents.</summary>
/// <remarks>
/// Normalisation form KD (Unicode Standard Annex 15), then non-spacing marks removed where they only modify (Latin, Greek, Cyrillic,
/// Arabic and Hebrew letters); in Indic scripts and Thai, marks are vowels and stay.
/// </remarks>
internal static class Folding
{
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
