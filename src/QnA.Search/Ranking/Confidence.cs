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
        var masses = new TermMasses(terms);
        double inSentence = 0, inPlace = 0;
        foreach (var (sentence, _) in ranked)
        {
            var around = sentence.Terms | (sentence.Previous?.Terms ?? 0) | (sentence.Next?.Terms ?? 0);
            inSentence = Math.Max(inSentence, masses.ContentCoverage(sentence.Terms));
            inPlace = Math.Max(inPlace, masses.ContentCoverage(around | terms.TermsIn(sentence.Article.Article.Title, sentence.Article.Analysis)));
        }

        return Math.Round(Math.Clamp((inSentence + inPlace) / 2, 0, 1), 4);
    }
}
