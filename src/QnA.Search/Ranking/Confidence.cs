namespace QnA.Search.Ranking;

/// <summary>Tells how far what was found carries a question.</summary>
internal static class Confidence
{
    /// <summary>Computes the confidence of a ranking.</summary>
    /// <param name="terms">The question's terms.</param>
    /// <param name="ranking">The ranked sentences.</param>
    /// <returns>0 to 1, rounded to four digits.</returns>
    public static double Of(QuestionTerms terms, SentenceRanking ranking)
    {
        if (ranking.Sentences.Count == 0 || !terms.HasContent)
        {
            return 0;
        }

        return Math.Round(Math.Clamp(ranking.Coverage, 0, 1), 4);
    }
}
