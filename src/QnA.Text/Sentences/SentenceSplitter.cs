using System.Buffers;
using QnA.Text.Words;

namespace QnA.Text.Sentences;

/// <summary>Finds the headings and sentences of an article's text.</summary>
/// <remarks>
/// Rules, not a model: terminal punctuation of any script, lists of abbreviations, initials, ordinals by language, decimals, closing
/// quotation marks and note marks. A line break ends a sentence unless the text is wrapped. Safe for concurrent use.
/// </remarks>
internal static class SentenceSplitter
{
    /// <summary>The longest sentence in UTF-16 code units; a longer one is cut at a clause boundary, so that it can be quoted.</summary>
    public const int MaxSentenceLength = 400;

    private static readonly SearchValues<char> Opening = SearchValues.Create("(（「『");
    private static readonly SearchValues<char> Closing = SearchValues.Create(")）」』");

    private const int MaxHeadingLength = 110;
    private const int MinFragmentLength = 25;
    private const int MaxParenthesisLength = 200;

    // Thai and Lao part clauses and sentences alike by a space, so a stretch of this length counts as a sentence.
    private const int ThaiSentenceLength = 110;

    /// <summary>Splits a text into sections and sentences.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">Its language: two or three lower-case letters (ISO 639).</param>
    public static List<TextSection> Split(string text, string language)
    {
        var conventions = SentenceConventions.Of(language);
        var blocks = TextLines.FindBlocks(text);
        var sections = new List<TextSection>();
        TextSpan? heading = null;
        var sentences = new List<TextSpan>();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (i + 1 < blocks.Count && blocks[i] is [var line] && IsHeading(text, line))
            {
                Close();
                heading = line;
                continue;
            }

            foreach (var logical in blocks[i])
            {
                AddSentences(text, logical, conventions, sentences);
            }
        }

        Close();
        return sections;

        void Close()
        {
            // A heading without a text under it is all that there is to quote.
            if (sentences.Count == 0 && heading is { } lonely)
            {
                AddSentences(text, lonely, conventions, sentences);
                heading = null;
            }

            if (sentences.Count > 0)
            {
                sections.Add(new TextSection(heading, sentences));
                sentences = [];
            }

            heading = null;
        }
    }

    private static bool IsHeading(string text, TextSpan line) =>
        line.Length <= MaxHeadingLength
        && text[line.End - 1] is not ('.' or '!' or ':' or ';' or ',' or '…' or '。' or '！' or '”' or '"' or '»' or '।' or '۔' or '։' or '።' or '။' or '។' or ')')
        && !TextLines.IsListItem(text.AsSpan(line.Start, line.Length))
        && !text.AsSpan(line.Start, line.Length).Contains('|')
        && !char.IsLower(text[line.Start])
        && text.AsSpan(line.Start, line.Length).ContainsAnyInRange('0', '\uD7FF');

    /// <summary>Adds the sentences of one line.</summary>
    internal static void AddSentences(string text, TextSpan line, SentenceConventions conventions, List<TextSpan> sentences)
    {
        var first = sentences.Count;
        var start = line.Start;
        for (var i = line.Start; i < line.End; i++)
        {
            var end = EndAt(text, line, start, i, conventions);
            if (end > 0)
            {
                Add(start, end);
                start = end;
                i = end - 1;
            }
        }

        Add(start, line.End);

        void Add(int from, int to)
        {
            var sentence = TextLines.Trim(text, from, to);
            if (sentence.IsEmpty)
            {
                return;
            }

            if (sentences.Count > first && (IsFragment(text, sentence) || IsFragment(text, sentences[^1]))
                && sentences[^1].Union(sentence).Length <= MaxSentenceLength)
            {
                sentences[^1] = sentences[^1].Union(sentence);
                return;
            }

            foreach (var piece in ClauseCutter.Cut(text, sentence, MaxSentenceLength))
            {
                sentences.Add(piece);
            }
        }
    }

    /// <summary>Returns where a sentence ends that has its last sign at a position, or 0 where none ends there.</summary>
    private static int EndAt(string text, TextSpan line, int start, int position, SentenceConventions conventions)
    {
        var c = text[position];
        if (IsThaiOrLao(c) && position + 1 < line.End && text[position + 1] == ' ' && position - start >= ThaiSentenceLength)
        {
            return position + 1;
        }

        if (!IsTerminal(c) && !(c == '．' && conventions.FullWidthPoint && !char.IsDigit(text[Math.Min(position + 1, line.End - 1)])))
        {
            return 0;
        }

        var end = position + 1;
        while (end < line.End && IsTerminal(text[end]))
        {
            end++;
        }

        var afterSigns = end;
        end = SkipClosing(text, line, end);
        if (end >= line.End)
        {
            return line.End;
        }

        if (IsFullWidthTerminal(c) || c == '．')
        {
            // 「行く。」と言った: Japanese goes on with the particle that follows a quotation.
            var goesOn = end > afterSigns && text[end - 1] is '」' or '』' ? Scripts.IsHiragana(text[end]) : IsInsideParenthesis(text, line, position);
            return goesOn ? 0 : end;
        }

        if (!char.IsWhiteSpace(text[end]))
        {
            return 0;
        }

        var next = end;
        while (next < line.End && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        var opening = next;
        while (opening < line.End && text[opening] is '"' or '\'' or '“' or '‘' or '«' or '„' or '(' or '[' or '¿' or '¡')
        {
            opening++;
        }

        if (opening < line.End && char.IsLower(text[opening]))
        {
            return 0;
        }

        if (c == '.' && afterSigns == position + 1 && HoldsTogether(text, line, position, opening, conventions))
        {
            return 0;
        }

        return IsInsideParenthesis(text, line, position) ? 0 : end;
    }

    private static bool HoldsTogether(string text, TextSpan line, int point, int next, SentenceConventions conventions)
    {
        var wordStart = point;
        while (wordStart > line.Start && (char.IsLetterOrDigit(text[wordStart - 1]) || text[wordStart - 1] == '.' || conventions.IsVowelSign(text[wordStart - 1])))
        {
            wordStart--;
        }

        var word = text.AsSpan(wordStart, point - wordStart);
        if (!word.IsEmpty && !word.ContainsAnyExceptInRange('0', '9'))
        {
            // "1. Item" at the start of a line is a list; "19. Jahrhundert" an ordinal; years end sentences.
            return wordStart == line.Start || (conventions.Ordinals && word.Length <= 2) || (conventions.Dates && char.IsAsciiDigit(text[next]));
        }

        var nextEnd = next;
        while (nextEnd < line.End && char.IsLetter(text[nextEnd]))
        {
            nextEnd++;
        }

        return Abbreviations.HoldsSentenceTogether(word, text.AsSpan(next, nextEnd - next), conventions.Language);
    }

    // Closing quotation marks, brackets and note marks ("[12]") belong to the sentence that they follow.
    private static int SkipClosing(string text, TextSpan line, int end)
    {
        while (end < line.End)
        {
            if (text[end] is '"' or '\'' or '”' or '’' or '»' or '“' or ')' or ']' or '」' or '』' or '）' or '›')
            {
                // A straight or German closing mark may as well open the next sentence: after a space it does.
                end++;
            }
            else if (text[end] == '[' && text.AsSpan(end, Math.Min(12, line.End - end)).IndexOf(']') is var close and > 0)
            {
                end += close + 1;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    private static bool IsInsideParenthesis(string text, TextSpan line, int position)
    {
        var depth = 0;
        for (var i = position; i >= line.Start && position - i < MaxParenthesisLength; i--)
        {
            depth += text[i] switch { '(' or '（' or '「' or '『' => 1, ')' or '）' or '」' or '』' => -1, _ => 0 };
            if (depth > 0)
            {
                var rest = text.AsSpan(position, Math.Min(line.End, i + MaxParenthesisLength) - position);
                return rest.IndexOfAny(Closing) > 0 && !IsFollowedByOpening(rest);
            }
        }

        return false;
    }

    private static bool IsFollowedByOpening(ReadOnlySpan<char> rest) =>
        rest.IndexOfAny(Opening) is var open and >= 0 && open < rest.IndexOfAny(Closing);

    private static bool IsFragment(string text, TextSpan sentence)
    {
        var weight = 0;
        foreach (var c in text.AsSpan(sentence.Start, sentence.Length))
        {
            // One ideograph or syllable block says about as much as three letters.
            weight += c >= '\u2E80' && c <= '\uD7FF' ? 3 : 1;
        }

        return weight < MinFragmentLength;
    }

    private static bool IsThaiOrLao(char c) => c is (>= '\u0E01' and <= '\u0E5B') or (>= '\u0E81' and <= '\u0EDF');

    private static bool IsTerminal(char c) => c is '.' or '!' or '?' or '…' or '‼' or '⁇' or '⁈' || IsFullWidthTerminal(c);

    private static bool IsFullWidthTerminal(char c) =>
        c is '。' or '！' or '？' or '｡' or '।' or '॥' or '؟' or '۔' or '։' or '።' or '។' or '။' or '༎';
}
