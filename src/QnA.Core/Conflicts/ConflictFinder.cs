using QnA.Core.Articles;
using QnA.Core.Retrieval;
using QnA.Text.Words;
using QnA.Text;

namespace QnA.Core.Conflicts;

/// <summary>Finds sentences of different articles that give different values for the same thing.</summary>
/// <remarks>
/// Two sentences are taken to speak of the same thing where they are alike but for one value, and neither they nor the titles of their
/// articles differ in a word of the question. Sentences that say the same with other words are no conflict to this class: a missed
/// conflict shows both quotes all the same, a false one would cast doubt on what is right. Safe for concurrent use.
/// </remarks>
public static class ConflictFinder
{
    // The answer is among the first sentences; what differs from it may stand far below where it is one of many copies.
    private const int MaxAnchors = 5;
    private const int MaxSentences = 30;

    // Of the longer sentence's words; under this, edited news and the same template filled for two things are mixed up.
    private const double MinShared = 0.6;
    private const int MinSharedContent = 3;

    // A value is a few words; longer pieces are other statements.
    private const int MaxValueTokens = 6;

    // Of the words of a title; a headline that tells the value in a sentence does not name its article by it.
    private const double MinNameShare = 0.5;

    /// <summary>Finds what the best sentences disagree on.</summary>
    /// <param name="question">The question.</param>
    /// <param name="sentences">The sentences, best first.</param>
    /// <param name="maximum">How many values are shown at most; 2 or more.</param>
    /// <returns>The sentences that give the values, one for each value, the newest article first; empty where nothing contradicts.</returns>
    public static IReadOnlyList<ConflictSentence> Find(string question, IReadOnlyList<RankedSentence> sentences, int maximum)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximum, 2);
        if (sentences.Count < 2 || sentences.Take(MaxSentences).All(s => ReferenceEquals(s.Article, sentences[0].Article)))
        {
            return [];
        }

        var asked = ConflictText.Of(question, language: null);
        var pool = sentences.Take(MaxSentences).Select(s => new Candidate(s)).ToList();
        foreach (var anchor in pool.Take(MaxAnchors))
        {
            var sides = SidesOf(anchor, pool, asked, maximum);
            if (sides.Count > 1)
            {
                // A stable order: of articles of one day, and of those without a date, the better sentence first.
                return [.. sides.OrderByDescending(s => s.Article.Published?.Start ?? DateTimeOffset.MinValue)];
            }
        }

        return [];
    }

    private static List<ConflictSentence> SidesOf(Candidate anchor, List<Candidate> pool, ConflictText asked, int maximum)
    {
        List<ConflictSentence> sides = [];
        TextSpan? value = null;
        foreach (var other in pool)
        {
            if (sides.Count == maximum || other.Article.Id == anchor.Article.Id || !anchor.Looks.IsLike(other.Looks) || SpeaksOfOther(anchor, other, asked)
                || Compare(anchor.Text, other.Text, asked) is not { } difference || NameTheirArticles(anchor, other, difference))
            {
                continue;
            }

            var (ours, theirs) = (SpanOf(anchor, difference.LeftStart, difference.LeftEnd), SpanOf(other, difference.RightStart, difference.RightEnd));
            if (value is null)
            {
                value = ours;
                sides.Add(SideOf(anchor, ours));
            }

            var side = SideOf(other, theirs);
            if (value.Value.OverlapWith(ours) == value.Value.Length && !sides.Exists(s => SameName(s.Side.Value, side.Side.Value)))
            {
                sides.Add(side);
            }
        }

        return sides;
    }

    // "X100" in one only: they are about two things. A year or a number that is asked for and in neither: about another thing than the question.
    private static bool SpeaksOfOther(Candidate one, Candidate other, ConflictText asked) =>
        asked.Content.Any(word => one.Says(word) != other.Says(word) || (word.HasDigit && !one.Says(word)));

    // "Oslo is a city" in the article Oslo and "Bergen is a city" in the article Bergen; or the titles themselves, as headings.
    private static bool NameTheirArticles(Candidate one, Candidate other, WordDifference difference) =>
        (one.IsTitle && other.IsTitle)
        || (!difference.IsOneSided
            && one.IsNamed([.. TokensOf(one.Text, difference.LeftStart, difference.LeftEnd)])
            && other.IsNamed([.. TokensOf(other.Text, difference.RightStart, difference.RightEnd)]));

    private static WordDifference? Compare(ConflictText left, ConflictText right, ConflictText asked)
    {
        if (Math.Min(left.Tokens.Count, right.Tokens.Count) < MinShared * Math.Max(left.Tokens.Count, right.Tokens.Count))
        {
            return null;
        }

        var (differences, shared) = WordDifference.Between(left.Tokens, right.Tokens);
        if (shared < MinShared * Math.Max(left.Tokens.Count, right.Tokens.Count)
            || left.Content.Count(right.Has) < MinSharedContent)
        {
            return null;
        }

        if (differences is [{ IsOneSided: true } only] && Denies(left, only.LeftStart, only.LeftEnd) != Denies(right, only.RightStart, only.RightEnd))
        {
            return only;
        }

        WordDifference? value = null;
        foreach (var difference in differences)
        {
            var leftIsValue = left.IsValue(difference.LeftStart, difference.LeftEnd, !difference.IsOneSided);
            var rightIsValue = right.IsValue(difference.RightStart, difference.RightEnd, !difference.IsOneSided);
            if (!leftIsValue && !rightIsValue)
            {
                continue;
            }

            if (leftIsValue != rightIsValue || IsTooLong(difference) || IsAsked(left, right, difference, asked))
            {
                return null;
            }

            if (SaysTheSame(left, right, difference))
            {
                continue;
            }

            // Several values that differ: another year with another amount is no contradiction.
            if (value is { } first && !(SameWords(left, first.LeftStart, first.LeftEnd, left, difference.LeftStart, difference.LeftEnd)
                && SameWords(right, first.RightStart, first.RightEnd, right, difference.RightStart, difference.RightEnd)))
            {
                return null;
            }

            value ??= difference;
        }

        return value;
    }

    private static bool IsTooLong(WordDifference difference) =>
        difference.LeftEnd - difference.LeftStart > MaxValueTokens || difference.RightEnd - difference.RightStart > MaxValueTokens;

    private static bool IsAsked(ConflictText left, ConflictText right, WordDifference difference, ConflictText asked) =>
        TokensOf(left, difference.LeftStart, difference.LeftEnd).Concat(TokensOf(right, difference.RightStart, difference.RightEnd))
            .Any(word => asked.Content.Any(a => a.Folded == word.Folded));

    private static bool SaysTheSame(ConflictText left, ConflictText right, WordDifference difference)
    {
        var (leftWords, rightWords) = (TokensOf(left, difference.LeftStart, difference.LeftEnd).ToList(), TokensOf(right, difference.RightStart, difference.RightEnd).ToList());
        return leftWords.TrueForAll(word => rightWords.Exists(other => IsSame(word, other)))
            || rightWords.TrueForAll(word => leftWords.Exists(other => IsSame(word, other)))
            || left.SaysSameValue(leftWords[0].Start, leftWords[^1].End, right, rightWords[0].Start, rightWords[^1].End);
    }

    private static bool IsSame(Word word, Word other) => word.Folded == other.Folded
        || (!word.HasDigit && !other.HasDigit && WordMatch.SameStem(word.Folded, other.Folded))
        || (word.Folded[0] == other.Folded[0] && Math.Min(word.Folded.Length, other.Folded.Length) == 1 && !word.HasDigit);

    private static bool SameWords(ConflictText one, int start, int end, ConflictText other, int otherStart, int otherEnd) =>
        TokensOf(one, start, end).Select(t => t.Folded).SequenceEqual(TokensOf(other, otherStart, otherEnd).Select(t => t.Folded));

    private static bool SameName(string one, string other) => WordReader.Fold(one) == WordReader.Fold(other);

    private static bool Denies(ConflictText text, int start, int end) => TokensOf(text, start, end).Any(text.IsNegation);

    private static IEnumerable<Word> TokensOf(ConflictText text, int start, int end) => text.Tokens.Take(start..end);

    private static TextSpan SpanOf(Candidate candidate, int start, int end)
    {
        var from = candidate.Span.Start;
        return start == end
            ? new TextSpan(from, from)
            : new TextSpan(from + candidate.Text.Tokens[start].Start, from + candidate.Text.Tokens[end - 1].End);
    }

    private static ConflictSentence SideOf(Candidate candidate, TextSpan value) => new(
        candidate.Article,
        candidate.Span,
        value,
        new ConflictSide(candidate.Article.Text.Slice(value).ToString(), CorrectionWords.AreIn(candidate.Text.Text)));

    private sealed class Candidate(RankedSentence sentence)
    {
        // Reading a text costs much more than looking at its letters, and most pairs of sentences do not look alike.
        private ConflictText? _title;
        private ConflictText? _text;

        public Letters Looks { get; } = Letters.Of(sentence.Article.Text.Slice(sentence.Span));

        public Article Article => sentence.Article;

        public TextSpan Span => sentence.Span;

        public ConflictText Text => _text ??= ConflictText.Of(sentence.Article.Text.Slice(sentence.Span).ToString(), sentence.Article.TextLanguage);

        public bool Says(Word word) => Text.Has(word) || Title.Has(word);

        public bool IsTitle => Text.Content.All(IsInTitle);

        public bool IsNamed(IReadOnlyCollection<Word> value) => value.All(IsInTitle) && value.Count >= MinNameShare * Title.Content.Count();

        private ConflictText Title => _title ??= ConflictText.Of(Article.Title, Article.TextLanguage);

        private bool IsInTitle(Word word) => Title.Has(word);
    }
}
