using QnA.Core.Verification.Checks;
using QnA.Text.Words;

namespace QnA.Core.Conflicts;

/// <summary>A sentence as conflicts compare it: its words and figures in the order of the text, its dates and numbers by value.</summary>
internal sealed class ConflictText
{
    private readonly CheckedText _checked;
    private readonly HashSet<string> _folded;

    private ConflictText(string text, string? language)
    {
        _checked = CheckedText.Of(text, language);
        Tokens = [.. _checked.Words.Concat(FiguresOf(text, _checked.Words)).OrderBy(word => word.Start)];
        _folded = [.. Tokens.Select(token => token.Folded)];
    }

    /// <summary>Gets the sentence.</summary>
    public string Text => _checked.Text;

    /// <summary>Gets the words and the runs of figures.</summary>
    public IReadOnlyList<Word> Tokens { get; }

    /// <summary>Gets the tokens that say what the text is about.</summary>
    public IEnumerable<Word> Content => Tokens.Where(IsContent);

    /// <summary>Reads a sentence.</summary>
    public static ConflictText Of(string text, string? language) => new(text, language);

    /// <summary>Tells whether a token is no small word.</summary>
    public bool IsContent(Word word) => !Profile.IsFunctionWord(word.Folded);

    /// <summary>Tells whether a token denies.</summary>
    public bool IsNegation(Word word) =>
        word.IsUnspaced ? LanguageProfiles.UnspacedNegation.Any(word.Folded.Contains) : Profile.Negation.Contains(word.Folded);

    /// <summary>Tells whether the text has a token, but for its ending; of figures the same figures.</summary>
    public bool Has(Word word) =>
        _folded.Contains(word.Folded) || (!char.IsAsciiDigit(word.Folded[0]) && _checked.HasStem(word.Folded));

    /// <summary>Tells whether tokens next to each other may be a value: they hold a figure, a number word or a name.</summary>
    /// <param name="start">The first token.</param>
    /// <param name="end">The token after the last.</param>
    /// <param name="evenFirst">Whether the capital of a sentence's first word counts as a sign of a name.</param>
    public bool IsValue(int start, int end, bool evenFirst)
    {
        for (var i = start; i < end; i++)
        {
            var token = Tokens[i];
            var first = token.Folded[0];
            if (token.HasDigit || IsIn(token) || (IsContent(token) && ((token.IsCapitalized && (evenFirst || !token.StartsSentence)) || token.IsUnspaced || !HasCase(first))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Tells whether a piece of this text and one of another say the same date or number in other words.</summary>
    /// <param name="start">Where the piece starts, in UTF-16 code units.</param>
    /// <param name="end">The position after it.</param>
    /// <param name="other">The other text.</param>
    /// <param name="otherStart">Where the other piece starts.</param>
    /// <param name="otherEnd">The position after it.</param>
    public bool SaysSameValue(int start, int end, ConflictText other, int otherStart, int otherEnd)
    {
        var dates = _checked.Dates.Where(d => d.Start < end && start < d.End).ToList();
        var otherDates = other._checked.Dates.Where(d => d.Start < otherEnd && otherStart < d.End).ToList();
        if (dates.Count > 0 && otherDates.Count > 0)
        {
            return dates.Exists(date => otherDates.Exists(o => date.IsSaidBy(o) || o.IsSaidBy(date)));
        }

        var numbers = _checked.Quantities.Where(q => q.Start < end && start < q.End).ToList();
        var otherNumbers = other._checked.Quantities.Where(q => q.Start < otherEnd && otherStart < q.End).ToList();
        return numbers.Count > 0 && numbers.TrueForAll(number => otherNumbers.Exists(o => number.IsSaidBy(o) || o.IsSaidBy(number)));
    }

    private LanguageProfile Profile => _checked.Language ?? LanguageProfiles.English;

    private bool IsIn(Word word) =>
        _checked.Quantities.Any(q => q.Start <= word.Start && word.Start < q.End) || _checked.Dates.Any(d => d.Start <= word.Start && word.Start < d.End);

    private static bool HasCase(char c) => char.ToUpperInvariant(c) != char.ToLowerInvariant(c);

    // Figures alone are no words for the reader; 1,500 and 10.4 are one token each.
    private static IEnumerable<Word> FiguresOf(string text, IReadOnlyList<Word> words)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsDigit(text[i]) || words.Any(word => word.Start <= i && i < word.End))
            {
                continue;
            }

            var start = i;
            while (i + 1 < text.Length && (char.IsDigit(text[i + 1]) || (text[i + 1] is '.' or ',' && i + 2 < text.Length && char.IsDigit(text[i + 2]))))
            {
                i++;
            }

            yield return new Word(text[start..(i + 1)], start, i + 1 - start, false, false);
        }
    }
}
