using System.Numerics;
using QnA.Answering.Analysis;
using QnA.Answering.Lexicon;
using QnA.Text.Words;

namespace QnA.Answering.Ranking;

/// <summary>Tells whether sentences put a role and its name together that a question puts together: "Who is the mayor of Hadley?"</summary>
/// <remarks>
/// Where an article tells of one town's mayor and of another town, all words of the question stand there and answer nothing. Only questions
/// that are "who", a form of "to be", a role and a name are looked at; where there is a verb, the words may lie anywhere.
/// </remarks>
internal static class RoleFit
{
    // "The mayor of the town of Hadley", "Hadley's newly elected mayor".
    private const int MaxDistance = 5;

    // A role of more words is a description, which articles put in other words.
    private const int MaxContentWords = 5;

    /// <summary>Tells whether a question asks who has a role somewhere, and no sentence has role and name side by side.</summary>
    /// <param name="terms">The question's terms.</param>
    /// <param name="sentences">The sentences that would be shown.</param>
    public static bool LacksRole(QuestionTerms terms, IReadOnlyList<Sentence> sentences)
    {
        var roles = terms.Content & ~terms.Names;
        var names = terms.Content & terms.Names;
        if (terms.Kind != QuestionKind.Person || roles == 0 || names == 0 || BitOperations.PopCount(terms.Content) > MaxContentWords
            || LastOf(roles) > FirstOf(names) || !BeginsWithCopula(terms))
        {
            return false;
        }

        // Where no sentence has the role it may be put in another word: then nothing can be told.
        var role = LastOf(roles);
        List<Sentence> withRole = [.. sentences.Where(sentence => (sentence.Terms & (1UL << role)) != 0)];
        return withRole.Count > 0 && !withRole.Exists(sentence => AreTogether(sentence, role, names, terms));
    }

    private static bool AreTogether(Sentence sentence, int role, ulong names, QuestionTerms terms) =>
        (terms.TermsIn(sentence.Article.Article.Title, sentence.Article.Analysis) & names) != 0
        || sentence.Places.Any(place => place.Term == role && sentence.Places.Any(other =>
            (names & (1UL << other.Term)) != 0 && Math.Abs(other.Position - place.Position) <= MaxDistance));

    private static bool BeginsWithCopula(QuestionTerms terms)
    {
        var words = new WordScanner(terms.Text);
        return words.MoveNext() && words.Word.Equals(terms.Phrase, StringComparison.OrdinalIgnoreCase)
            && words.MoveNext() && CueWords.Of(words.Word, terms.Language).Has(WordCues.Copula);
    }

    private static int FirstOf(ulong set) => BitOperations.TrailingZeroCount(set);

    private static int LastOf(ulong set) => 63 - BitOperations.LeadingZeroCount(set);
}
