namespace QnA.Search.Ranking;

/// <summary>Tells how far what was found carries a question.</summary>
internal static class Confidence
{
    /// <summary>Computes the confidence of a ranking.</summary>
    /// <param name="terms">The question's terms.</param>
    /// <param name="ranked">The ranked sentences.</param>
    /// <returns>0 to 1, rounded to four digits.</returns>
    public static double Of(
        QuestionTerms terms, IReadOnlyList<(Sentence Sentence, double Probability)> ranked)
    {
        if (ranked.Count == 0 || !terms.HasContent)
        {
            return 0;
        }

        // Half of it asks whether one sentence says it, half whether one place does, so that a pronoun costs little and a word that no
        // place has costs what it weighs.
        double[] masses = [.. terms.Terms.Select(term => MassOf(term, terms.Phrase))];
        double inSentence = 0, inPlace = 0;
        foreach (var (sentence, _) in ranked)
        {
            var around = sentence.Terms | (sentence.Previous?.Terms ?? 0) | (sentence.Next?.Terms ?? 0);
            inSentence = Math.Max(inSentence, Coverage(masses, sentence.Terms, sentence.Likeness));
            inPlace = Math.Max(
                inPlace,
                Coverage(masses, around | terms.TermsIn(sentence.Article.Article.Title, sentence.Article.Analysis), sentence.Likeness));
        }

        // Pairs of characters overlap: one word written otherwise costs two or three of them, and half of them match where a question of
        // words would match seven in ten.
        var share = Math.Clamp((inSentence + inPlace) / 2, 0, 1);
        return Math.Round(terms.IsInPieces ? Math.Sqrt(share) : share, 4);
    }

    // Beside its rarity a word counts for itself: in a small collection hardly any word is rare. What says only what kind of answer is
    // asked for ("which city") need not stand beside the answer.
    private static double MassOf(QuestionTerm term, string phrase) =>
        term.IsFunctionWord || phrase.Contains(term.Word, StringComparison.OrdinalIgnoreCase) ? 0 : 1 + term.Rarity;

    private static double Coverage(double[] masses, ulong set, ReadOnlySpan<float> likeness)
    {
        double mass = 0, all = 0;
        for (var t = 0; t < masses.Length; t++)
        {
            mass += masses[t] * ((set & (1UL << t)) != 0 ? 1 : likeness[t]);
            all += masses[t];
        }

        return all > 0 ? mass / all : 0;
    }
}
