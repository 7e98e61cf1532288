using QnA.Core.Retrieval;
using QnA.Search.Analysis;

namespace QnA.Search.Ranking;

/// <summary>Ranks sentences by how well each may answer a question.</summary>
/// <remarks>
/// A sentence is worth the share of the question's mass that it has itself, and a part of what stands around it: pronouns and
/// ellipses leave names to the sentence before, to the heading and to the title. Safe for concurrent use.
/// </remarks>
internal sealed class SentenceRanker(TermExtractor extractor)
{
    // What a term is worth that stands not in the sentence but near it.
    private const double InSentenceBefore = 0.45;
    private const double InSentenceAfter = 0.25;
    private const double InTitle = 0.5;
    private const double InPassage = 0.2;

    // What the other signs are worth beside a coverage of 1.
    private const double OrderWeight = 0.2;
    private const double PassageWeight = 0.2;
    private const double AnswerKindWeight = 0.12;
    private const double FragmentPenalty = 0.15;

    // Two terms this many terms apart stand together, as in the question.
    private const int NearTerms = 4;

    // UTF-16 code units; shorter "sentences" are mostly labels and remains of lists.
    private const int ShortSentence = 35;

    /// <summary>Ranks the sentences of passages.</summary>
    /// <param name="question">The question.</param>
    /// <param name="terms">Its terms.</param>
    /// <param name="passages">The passages, best first, each with the words above it.</param>
    /// <returns>Each place of an article once, best first, with the best coverage of any.</returns>
    public SentenceRanking Rank(string question, QuestionTerms terms, IReadOnlyList<RetrievedPassage> passages)
    {
        var kind = AnswerKinds.Of(question);
        var best = passages.Count == 0 ? 1 : Math.Max(passages[0].Score, double.Epsilon);
        var ranked = new Dictionary<(string, Core.Articles.TextSpan), (RankedSentence Sentence, int Order)>();
        double coverage = 0;
        foreach (var passage in passages)
        {
            var view = new PassageView(passage, terms, extractor);
            for (var i = 0; i < view.Count; i++)
            {
                var span = passage.Passage.Sentences[i];
                var own = view.Own(i);
                coverage = Math.Max(coverage, ContentCoverage(terms, view, i));
                var score = Coverage(terms, view, i)
                    + (OrderWeight * Order(terms, own))
                    + (PassageWeight * passage.Score / best)
                    + (AnswerKindWeight * AnswerKinds.Match(kind, passage.Article.Text.Slice(span), question))
                    - (span.Length < ShortSentence ? FragmentPenalty : 0);
                var key = (passage.Article.Id, span);
                if (!ranked.TryGetValue(key, out var known) || known.Sentence.Score < score)
                {
                    ranked[key] = (new RankedSentence(passage.Article, span, score), known.Sentence is null ? ranked.Count : known.Order);
                }
            }
        }

        // Equal scores keep the order of finding, so that the same index gives the same bytes.
        return new SentenceRanking(
            [.. ranked.Values.OrderByDescending(r => r.Sentence.Score).ThenBy(r => r.Order).Select(r => r.Sentence)], coverage);
    }

    private static double Coverage(QuestionTerms terms, PassageView view, int sentence)
    {
        double mass = 0;
        for (var t = 0; t < terms.Terms.Count; t++)
        {
            mass += terms.Terms[t].Mass * view.Nearness(t, sentence, InSentenceBefore, InSentenceAfter, InTitle, InPassage);
        }

        return terms.Mass > 0 ? mass / terms.Mass : 0;
    }

    private static double ContentCoverage(QuestionTerms terms, PassageView view, int sentence)
    {
        double mass = 0;
        for (var t = 0; t < terms.Terms.Count; t++)
        {
            if (!terms.Terms[t].IsFunctionWord)
            {
                mass += terms.Terms[t].Mass * view.Nearness(t, sentence, 0.8, 0.6, 0.8, 0.5);
            }
        }

        return terms.ContentMass > 0 ? mass / terms.ContentMass : 0;
    }

    private static double Order(QuestionTerms terms, IReadOnlyList<(int Term, int Position)> own)
    {
        double mass = 0, all = 0;
        for (var t = 0; t + 1 < terms.Terms.Count; t++)
        {
            var pair = Math.Min(terms.Terms[t].Mass, terms.Terms[t + 1].Mass);
            all += pair;
            mass += StandTogether(own, t, t + 1) ? pair : 0;
        }

        return all > 0 ? mass / all : 0;
    }

    private static bool StandTogether(IReadOnlyList<(int Term, int Position)> own, int first, int second)
    {
        foreach (var (term, position) in own)
        {
            if (term != first)
            {
                continue;
            }

            foreach (var (other, otherPosition) in own)
            {
                if (other == second && otherPosition > position && otherPosition - position <= NearTerms)
                {
                    return true;
                }
            }
        }

        return false;
    }
}

/// <summary>Ranked sentences.</summary>
/// <param name="Sentences">The sentences, best first.</param>
/// <param name="Coverage">The largest share of the question's content that one place carries; 0 to 1.</param>
internal sealed record SentenceRanking(IReadOnlyList<RankedSentence> Sentences, double Coverage);
