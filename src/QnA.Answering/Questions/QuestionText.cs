using System.Buffers;
using QnA.Answering.Lexicon;
using QnA.Text.Words;

namespace QnA.Answering.Questions;

/// <summary>One word of a question.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Text">The word as it is written.</param>
internal readonly record struct QuestionWord(int Start, int End, string Text)
{
    /// <summary>Gets whether it begins with a capital letter.</summary>
    public bool IsCapital => char.IsUpper(Text[0]);
}

/// <summary>A question as its words lie, read in one language.</summary>
internal sealed class QuestionText
{
    private static readonly SearchValues<char> Joints = SearchValues.Create(" -&'’\u00A0\u202F");

    /// <summary>Reads a question.</summary>
    /// <param name="text">The question.</param>
    /// <param name="words">Its language.</param>
    public QuestionText(string text, QuestionGrammar words)
    {
        Text = text;
        Language = words;
        Words = [.. Scan(text, words)];
        var (start, length) = QuestionWords.Of(words.Language).AskingIn(text.ToLowerInvariant()).GetOffsetAndLength(text.Length);
        (AskingStart, AskingEnd) = (start, start + length);
        Kind = QuestionWords.Of(words.Language).KindOf(text).Kind;
    }

    /// <summary>Gets the question.</summary>
    public string Text { get; }

    /// <summary>Gets the language.</summary>
    public QuestionGrammar Language { get; }

    /// <summary>Gets the words; one that an article or a short verb is joined to by an apostrophe makes two.</summary>
    public IReadOnlyList<QuestionWord> Words { get; }

    /// <summary>Gets where the words that ask start; the text's length where none do.</summary>
    public int AskingStart { get; }

    /// <summary>Gets where the words that ask end, exclusive.</summary>
    public int AskingEnd { get; }

    /// <summary>Gets what is asked for.</summary>
    public QuestionKind Kind { get; }

    /// <summary>Gets whether a word that asks stands first.</summary>
    public bool BeginsWithQuestionWord => Words.Count > 0 && Words[0].Start == AskingStart;

    /// <summary>Tells whether a word follows the one before with nothing but a space, a hyphen, an apostrophe or an initial's point between them.</summary>
    /// <param name="index">The later word's place; what lies outside the question follows nothing.</param>
    public bool Follows(int index)
    {
        if (index <= 0 || index >= Words.Count)
        {
            return false;
        }

        var gap = Text.AsSpan()[Words[index - 1].End..Words[index].Start];
        return !gap.ContainsAnyExcept(Joints) || (gap is ". " && Words[index - 1] is { Text.Length: 1, IsCapital: true });
    }

    /// <summary>Tells whether a word says what the question is about.</summary>
    public bool IsContent(int index) => !Language.IsFunctionWord(Words[index].Text) && !IsPronoun(index) && Language.Measure(Words[index].Text) is null;

    /// <summary>Tells whether a word is one of those that ask.</summary>
    public bool IsAsking(int index) => Words[index].Start >= AskingStart && Words[index].Start < AskingEnd;

    /// <summary>Tells whether a word may be a part of a name or, where they have capitals, a noun.</summary>
    public bool IsCapital(int index) => Words[index].IsCapital && IsContent(index);

    /// <summary>Tells whether a word is of a kind that the word list names.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="index">The word's place; what lies outside the question is of none.</param>
    public bool Is(string kind, int index) => index >= 0 && index < Words.Count && Language.Is(kind, Words[index].Text);

    /// <summary>Tells whether a word stands for something that was named before.</summary>
    public bool IsPronoun(int index) =>
        Language.Pronoun(Words[index].Text) != Referable.None || Language.Possessive(Words[index].Text) != Referable.None;

    /// <summary>Gets what stands between a word and the one before it, spaces left out.</summary>
    public string GapBefore(int index) => Text[(index == 0 ? 0 : Words[index - 1].End)..Words[index].Start].Trim();

    /// <summary>Returns the words from one place to another, as they are written.</summary>
    public string Slice(int first, int last) => Text[Words[first].Start..Words[last].End];

    /// <summary>Returns what was put in brackets after a word; <see langword="null"/> where nothing was.</summary>
    public string? BracketAfter(int index)
    {
        var rest = Text.AsSpan()[Words[index].End..];
        var end = rest.StartsWith(" (", StringComparison.Ordinal) ? rest.IndexOf(')') : -1;
        return end < 0 ? null : rest[2..end].ToString();
    }

    private static IEnumerable<QuestionWord> Scan(string text, QuestionGrammar words)
    {
        var found = new List<QuestionWord>();
        var scan = new WordScanner(text);
        while (scan.MoveNext())
        {
            var word = scan.Word.ToString();
            var apostrophe = word.IndexOfAny(['\'', '’']);
            if (apostrophe > 0 && words.IsFunctionWord(word[..apostrophe]))
            {
                found.Add(new QuestionWord(scan.Start, scan.Start + apostrophe, word[..apostrophe]));
                found.Add(new QuestionWord(scan.Start + apostrophe + 1, scan.End, word[(apostrophe + 1)..]));
            }
            else
            {
                found.Add(new QuestionWord(scan.Start, scan.End, word));
            }
        }

        return found;
    }
}
