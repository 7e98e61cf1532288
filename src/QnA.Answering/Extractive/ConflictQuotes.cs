using QnA.Core.Answers;
using QnA.Core.Conflicts;
using QnA.Core.Retrieval;
using QnA.Text.Sentences;

namespace QnA.Answering.Extractive;

/// <summary>Makes the quotes of an answer where the best sentences contradict one another.</summary>
internal static class ConflictQuotes
{
    /// <summary>Chooses one quote for each value, the newest article first.</summary>
    /// <param name="question">The question.</param>
    /// <param name="sentences">The ranked sentences, best first.</param>
    /// <param name="options">Says how many quotes of what length; at least two are given, since one alone would choose a winner.</param>
    /// <returns>Nothing where the sentences do not contradict, or a value is in no piece that is short enough.</returns>
    public static List<DraftClaim> Choose(string question, IReadOnlyList<RankedSentence> sentences, AnswerOptions options)
    {
        var claims = new List<DraftClaim>();
        foreach (var (article, sentence, value, side) in ConflictFinder.Find(question, sentences, Math.Max(2, options.MaxQuotes)))
        {
            var piece = ClauseCutter.Cut(article.Text.Value, sentence, options.MaxQuoteLength).FirstOrDefault(p => p.Contains(value));
            if (!piece.IsEmpty)
            {
                claims.Add(new DraftClaim(null, [new DraftQuote(article, piece)]) { Side = side });
            }
        }

        return claims.Count > 1 ? claims : [];
    }
}
