using QnA.Text.Numbers;
using QnA.Text.Words;

namespace QnA.Core.Verification.Checks;

/// <summary>A text with everything in it that checks compare.</summary>
internal sealed class CheckedText
{
    private CheckedText(string text, string? language)
    {
        Text = text;
        Words = WordReader.Read(text);
        Language = LanguageProfiles.Guess(Words) ?? LanguageProfiles.Find(language);
        var plain = Digits.ToPlain(text);
        Dates = DateReader.Read(plain);
        Quantities = NumberReader.Read(plain, Dates, Language?.Code);
        Clauses = ClauseReader.Read(text, Words);
    }

    /// <summary>Gets the text.</summary>
    public string Text { get; }

    /// <summary>Gets the language; <see langword="null"/> where unknown.</summary>
    public LanguageProfile? Language { get; }

    /// <summary>Gets the words.</summary>
    public IReadOnlyList<Word> Words { get; }

    /// <summary>Gets the dates.</summary>
    public IReadOnlyList<DateMention> Dates { get; }

    /// <summary>Gets the numbers that are no part of a date.</summary>
    public IReadOnlyList<Quantity> Quantities { get; }

    /// <summary>Gets the clauses.</summary>
    public IReadOnlyList<Clause> Clauses { get; }

    /// <summary>Gets the words with content: no small words, no words that are numbers or months.</summary>
    public IEnumerable<Word> ContentWords => Words.Where(IsContent);

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">Its language where the text itself does not show it; may be <see langword="null"/>.</param>
    public static CheckedText Of(string text, string? language = null) => new(text, language);

    /// <summary>Tells whether a word has content.</summary>
    public bool IsContent(Word word) =>
        !(Language ?? LanguageProfiles.English).IsFunctionWord(word.Folded)
        && !Quantities.Any(q => q.Start <= word.Start && word.Start < q.End)
        && !Dates.Any(d => d.Start <= word.Start && word.Start < d.End);

    /// <summary>Tells whether the text has a word, but for its ending.</summary>
    public bool HasStem(string folded) => Words.Any(word => WordMatch.SameStem(word.Folded, folded));

    /// <summary>Tells whether the text has a name.</summary>
    public bool HasName(string folded) => Words.Any(word => WordMatch.SameName(word.Folded, folded));
}
