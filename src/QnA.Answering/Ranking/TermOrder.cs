using System.Numerics;

namespace QnA.Answering.Ranking;

/// <summary>How the question's terms stand together in a sentence.</summary>
/// <param name="Near">The share of the mass of neighbouring terms of the question that stand within two words, in order.</param>
/// <param name="Around">The same within six words, in any order.</param>
/// <param name="Run">The longest run of the question's terms in order, as a share of all terms.</param>
/// <param name="Density">The matched content terms per word of the narrowest stretch that holds them all.</param>
/// <param name="First">Where the first content term stands, as a share of the sentence; 1 where there is none.</param>
internal sealed record TermOrder(double Near, double Around, double Run, double Density, double First)
{
    /// <summary>Looks at a sentence.</summary>
    public static TermOrder Of(Sentence sentence, QuestionTerms terms, TermMasses masses)
    {
        double near = 0, around = 0, all = 0;
        var content = terms.Terms.Count;
        for (var t = 0; t + 1 < content; t++)
        {
            var pair = Math.Min(masses.Of(t), masses.Of(t + 1));
            all += pair;
            if ((sentence.Terms & (3UL << t)) == 3UL << t)
            {
                var (inOrder, distance) = Distance(sentence.Places, t, t + 1);
                near += inOrder <= 2 ? pair : 0;
                around += distance <= 6 ? pair : 0;
            }
        }

        var (density, first) = Stretch(sentence, terms);
        return new TermOrder(
            all > 0 ? near / all : 0, all > 0 ? around / all : 0, content > 0 ? (double)LongestRun(sentence.Places) / content : 0, density, first);
    }

    private static (int InOrder, int Any) Distance(List<TermPlace> places, int first, int second)
    {
        var (inOrder, any) = (int.MaxValue, int.MaxValue);
        foreach (var a in places)
        {
            foreach (var b in a.Term == first ? places : [])
            {
                if (b.Term == second)
                {
                    any = Math.Min(any, Math.Abs(b.Position - a.Position));
                    inOrder = b.Position > a.Position ? Math.Min(inOrder, b.Position - a.Position) : inOrder;
                }
            }
        }

        return (inOrder, any);
    }

    private static int LongestRun(List<TermPlace> places)
    {
        var (longest, run) = (0, 0);
        for (var i = 0; i < places.Count; i++)
        {
            var continues = i > 0 && places[i].Term == places[i - 1].Term + 1 && places[i].Position == places[i - 1].Position + 1;
            run = continues ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    private static (double Density, double First) Stretch(Sentence sentence, QuestionTerms terms)
    {
        var (first, last) = (-1, -1);
        foreach (var (term, position) in sentence.Places)
        {
            if ((terms.Content & (1UL << term)) != 0)
            {
                first = first < 0 ? position : first;
                last = position;
            }
        }

        return first < 0
            ? (0, 1)
            : ((double)BitOperations.PopCount(sentence.Terms & terms.Content) / (last - first + 1), (double)first / Math.Max(1, sentence.Words));
    }
}
