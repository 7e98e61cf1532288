using QnA.Search.Retrieval;

namespace QnA.Search.Ranking;

/// <summary>Tells how far what was found carries a question.</summary>
internal static class Confidence
{
    /// <summary>Computes the confidence of a ranking.</summary>
    /// <param name="terms">The question's terms.</param>
    /// <param name="passages">The passages, best first.</param>
    /// <param name="ranked">The ranked sentences.</param>
    /// <returns>0 to 1, rounded to four digits.</returns>
    public static double Of(
        QuestionTerms terms, IReadOnlyList<FoundPassage> passages, IReadOnlyList<(Sentence Sentence, double Probability)> ranked)
    {
        if (ranked.Count == 0 || !terms.HasContent)
        {
            return 0;
        }

        var masses = new TermMasses(terms);
        var best = ranked.Max(r => masses.ContentCoverage(r.Sentence.Terms | (r.Sentence.Previous?.Terms ?? 0) | (r.Sentence.Next?.Terms ?? 0)));
        return Math.Round(Math.Clamp(best, 0, 1), 4);
    }
}
