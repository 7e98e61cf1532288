using System.Text.RegularExpressions;

namespace QnA.Search.Ranking;

/// <summary>What kind of thing a question asks for, where its first words tell.</summary>
internal enum AnswerKind
{
    /// <summary>Anything.</summary>
    Unknown,

    /// <summary>A number or an amount.</summary>
    Number,

    /// <summary>A point or span of time.</summary>
    Time,

    /// <summary>Somebody or somewhere with a name.</summary>
    Name,

    /// <summary>A reason.</summary>
    Cause,
}

/// <summary>Tells what kind of thing a question asks for and whether a sentence has one that the question has not.</summary>
internal static partial class AnswerKinds
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // A thousand times what the longest sentence takes.
    private const int MatchTimeoutMilliseconds = 1000;

    /// <summary>Tells the kind of thing that a question asks for.</summary>
    public static AnswerKind Of(string question)
    {
        if (NumberQuestion().IsMatch(question))
        {
            return AnswerKind.Number;
        }

        if (TimeQuestion().IsMatch(question))
        {
            return AnswerKind.Time;
        }

        if (CauseQuestion().IsMatch(question))
        {
            return AnswerKind.Cause;
        }

        return NameQuestion().IsMatch(question) ? AnswerKind.Name : AnswerKind.Unknown;
    }

    /// <summary>Tells whether a sentence has something of the kind that the question does not have itself.</summary>
    /// <returns>1 where it has, 0 where it has not or the kind is unknown.</returns>
    public static double Match(AnswerKind kind, ReadOnlySpan<char> sentence, string question) => kind switch
    {
        AnswerKind.Number => HasNew(Number(), sentence, question) ? 1 : 0,
        AnswerKind.Time => HasNew(Time(), sentence, question) ? 1 : 0,
        AnswerKind.Name => HasNew(Name(), sentence, question) ? 1 : 0,
        AnswerKind.Cause => Cause().IsMatch(sentence) ? 1 : 0,
        _ => 0,
    };

    private static bool HasNew(Regex pattern, ReadOnlySpan<char> sentence, string question)
    {
        foreach (var match in pattern.EnumerateMatches(sentence))
        {
            if (!question.AsSpan().Contains(sentence.Slice(match.Index, match.Length), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"\b(how (many|much|old|far|long|tall|high|large|big|fast|often|deep|wide)|what (percentage|percent|number|amount|share|proportion)|wie ?viele?|cu[aá]nt[oa]s?|combien|quant[oiae])\b", Options | RegexOptions.IgnoreCase, MatchTimeoutMilliseconds)]
    private static partial Regex NumberQuestion();

    [GeneratedRegex(@"\b(when|(what|which) (year|date|day|month|century|time|decade)|since when|wann|cu[aá]ndo|quand|quando)\b", Options | RegexOptions.IgnoreCase, MatchTimeoutMilliseconds)]
    private static partial Regex TimeQuestion();

    [GeneratedRegex(@"\b(why|what (caused|causes)|warum|weshalb|por qué|pourquoi|perché)\b", Options | RegexOptions.IgnoreCase, MatchTimeoutMilliseconds)]
    private static partial Regex CauseQuestion();

    [GeneratedRegex(@"\b(who|whom|whose|where|(what|which) (city|country|state|town|person|place|company|team|name)|wer|wo|wohin|quién|dónde|qui|où|chi|dove)\b", Options | RegexOptions.IgnoreCase, MatchTimeoutMilliseconds)]
    private static partial Regex NameQuestion();

    [GeneratedRegex(@"\p{Nd}+([.,]\p{Nd}+)*|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|million|billion|half|twice)\b", Options | RegexOptions.IgnoreCase, MatchTimeoutMilliseconds)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b\p{Nd}{4}\b|\b\p{Nd}{1,2}(st|nd|rd|th)\b|\b(January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|century|p\.m|a\.m)\b|\b\p{Nd}{1,2}[:.]\p{Nd}{2}\b|\b\p{Nd}{1,2}\.? \p{L}{3,}", Options, MatchTimeoutMilliseconds)]
    private static partial Regex Time();

    [GeneratedRegex(@"(?<=\P{P}\s)\p{Lu}\p{L}+", Options, MatchTimeoutMilliseconds)]
    private static partial Regex Name();

    [GeneratedRegex(@"\b(because|since|due to|owing to|as a result|in order to|so that|caused|therefore|weil|damit|deshalb|porque|debido|parce|car|perché)\b", Options | RegexOptions.IgnoreCase, MatchTimeoutMilliseconds)]
    private static partial Regex Cause();
}
