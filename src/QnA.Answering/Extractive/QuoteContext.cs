using System.Buffers;
using QnA.Answering.Lexicon;
using QnA.Core.Articles;
using QnA.Core.Retrieval;
using QnA.Text;
using QnA.Text.Sentences;
using QnA.Text.Words;

namespace QnA.Answering.Extractive;

/// <summary>Finds what a sentence needs before it to be understood.</summary>
/// <remarks>A pronoun at its start needs the sentence before, an item of a list the line that the list hangs on, a row of a table its head.</remarks>
internal static class QuoteContext
{
    // "a | b | c"; a formula or a path may have one bar.
    private const int MinBars = 2;

    // A bullet or a short number, and the space after it.
    private const int MaxMarkerLength = 6;

    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\r\n");

    /// <summary>Extends a sentence to the left, as far as it takes to understand it.</summary>
    /// <param name="article">The article.</param>
    /// <param name="span">The sentence.</param>
    /// <param name="sentences">The sentences that were found, in any order.</param>
    /// <param name="from">Nothing before this place is looked at, in UTF-16 code units.</param>
    /// <returns>The sentence with what stands before it; the sentence alone where it is understood or nothing that helps is found.</returns>
    public static TextSpan Extend(Article article, TextSpan span, IReadOnlyList<RankedSentence> sentences, int from)
    {
        var line = LineAt(article.Text.Value, span.Start);
        var content = article.Text.Slice(line);
        if (TextLines.IsListItem(content) && span.Start - line.Start <= MaxMarkerLength)
        {
            return IntroductionOf(article.Text.Value, line, from) is { IsEmpty: false } introduction ? introduction.Union(span) : span;
        }

        if (IsRow(content))
        {
            return HeadOf(article.Text.Value, line, from).Union(span);
        }

        return BeginsWithPronoun(article, span) && SentenceBefore(article, span, sentences) is { } before ? before.Union(span) : span;
    }

    private static bool BeginsWithPronoun(Article article, TextSpan span)
    {
        var words = new WordScanner(article.Text.Slice(span));
        return words.MoveNext() && QuestionWords.Of(LanguageCode.Of(article.TextLanguage)).IsPronoun(words.Word.ToString());
    }

    private static TextSpan? SentenceBefore(Article article, TextSpan span, IReadOnlyList<RankedSentence> sentences)
    {
        TextSpan? before = null;
        foreach (var (other, place, _) in sentences)
        {
            if (ReferenceEquals(other, article) && place.End <= span.Start && (before is not { } nearest || place.End > nearest.End))
            {
                before = place;
            }
        }

        return before is { } found && IsOneLine(article.Text.Value.AsSpan()[found.End..span.Start]) ? found : null;
    }

    private static bool IsOneLine(ReadOnlySpan<char> gap) => gap.IsWhiteSpace() && !gap.ContainsAny(LineEnds);

    // The nearest line above that is no item itself.
    private static TextSpan IntroductionOf(string text, TextSpan line, int from)
    {
        do
        {
            line = LineAbove(text, line);
        }
        while (line.Start > from && TextLines.IsListItem(text.AsSpan(line.Start, line.Length)));

        return line;
    }

    private static TextSpan HeadOf(string text, TextSpan row, int from)
    {
        var head = row;
        for (var above = LineAbove(text, head); head.Start > from && IsRow(text.AsSpan(above.Start, above.Length)); above = LineAbove(text, head))
        {
            head = above;
        }

        return head;
    }

    private static bool IsRow(ReadOnlySpan<char> line) => line is ['|', ..] || line.Count(" | ") >= MinBars || line.Contains('\t');

    private static TextSpan LineAt(string text, int at)
    {
        var start = text.AsSpan(0, at).LastIndexOfAny(LineEnds) + 1;
        var length = text.AsSpan(at).IndexOfAny(LineEnds);
        return TextLines.Trim(text, start, length < 0 ? text.Length : at + length);
    }

    // The next line above that is not blank; empty at the start of the text.
    private static TextSpan LineAbove(string text, TextSpan line)
    {
        var end = text.AsSpan(0, line.Start).TrimEnd().Length;
        return end == 0 ? default : LineAt(text, end - 1);
    }
}
