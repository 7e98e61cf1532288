using QnA.Text.Words;

namespace QnA.Core.Verification.Checks;

/// <summary>A claim is as sure as its quotes: what may be, must be or is said to be stays so, and what is to come has not come.</summary>
internal sealed class ModalityCheck : IClaimCheck
{
    private static readonly string[] PastSigns = ["was", "were", "had", "did", "has", "have", "wurde", "war", "hatte", "fue", "fueron", "etait", "fut"];

    /// <inheritdoc/>
    public RefusalReason? Check(ClaimEvidence evidence)
    {
        // Moods of two languages do not match word by word; numbers, names and denial are what can be compared.
        if (evidence.IsOtherLanguage)
        {
            return null;
        }

        foreach (var clause in evidence.Claim.Clauses.Where(c => c.Words.Any(evidence.Claim.IsContent)))
        {
            var claim = MoodOf(clause.Words, evidence.Language);
            var sources = ClauseAlignment.Find(clause, evidence);
            var quotes = sources.Aggregate(Mood.None, (mood, s) => mood | MoodOf(s.Clause.Words, s.Quote.Language ?? evidence.Language));
            var added = claim & ~quotes & ~Mood.Intention;
            var dropped = quotes & ~claim;
            if (added != Mood.None
                || (dropped & ~Mood.Intention) != Mood.None
                || (claim.HasFlag(Mood.Intention) && quotes == Mood.None && !sources.Exists(s => SaysToCome(s.Clause)))
                || (dropped.HasFlag(Mood.Intention) && clause.Words.Any(word => PastSigns.Contains(word.Folded, StringComparer.Ordinal) || IsPast(word))))
            {
                return RefusalReason.ModalityChanged;
            }
        }

        return null;
    }

    // "opened": a past form of a regular verb.
    private static bool IsPast(Word word) => word.Folded.Length > 4 && word.Folded.EndsWith("ed", StringComparison.Ordinal) && !word.IsCapitalized;

    // "is to begin on Monday" needs no "will".
    private static bool SaysToCome(Clause clause)
    {
        for (var i = 0; i + 1 < clause.Words.Count; i++)
        {
            if (clause.Words[i].Folded is "is" or "are" or "ist" or "sind" && clause.Words[i + 1].Folded is "to" or "zu")
            {
                return true;
            }
        }

        return false;
    }

    private static Mood MoodOf(IReadOnlyList<Word> words, LanguageProfile language)
    {
        var mood = Mood.None;
        foreach (var word in words)
        {
            // "in May" is a month, "Will Rogers" a person.
            if (word.IsCapitalized && !word.StartsSentence && !language.CapitalizesNouns)
            {
                continue;
            }

            mood |= language.Possibility.Contains(word.Folded) ? Mood.Possibility : Mood.None;
            mood |= language.Obligation.Contains(word.Folded) ? Mood.Obligation : Mood.None;
            mood |= language.Report.Contains(word.Folded) ? Mood.Report : Mood.None;
            mood |= language.Intention.Contains(word.Folded) ? Mood.Intention : Mood.None;
        }

        return mood;
    }

    [Flags]
    private enum Mood
    {
        None = 0,
        Possibility = 1,
        Obligation = 2,
        Report = 4,
        Intention = 8,
    }
}
