using System.Collections.Frozen;

namespace QnA.Text.Words;

/// <summary>What a language says with small words: the words without content, those that deny and those that are not sure.</summary>
/// <param name="Code">The language as a BCP 47 tag.</param>
/// <param name="Function">Words without content.</param>
/// <param name="Negation">Words that deny.</param>
/// <param name="Possibility">Words that say that something may be.</param>
/// <param name="Obligation">Words that say that something must be.</param>
/// <param name="Report">Words that say that somebody else says so.</param>
/// <param name="Intention">Words that say that something is to come or wanted.</param>
/// <param name="Quantity">Words that say how many without a number.</param>
internal sealed record LanguageProfile(
    string Code,
    FrozenSet<string> Function,
    FrozenSet<string> Negation,
    FrozenSet<string> Possibility,
    FrozenSet<string> Obligation,
    FrozenSet<string> Report,
    FrozenSet<string> Intention,
    FrozenSet<string> Quantity)
{
    /// <summary>Gets whether nouns are written with a capital, so that a capital is no sign of a name.</summary>
    public bool CapitalizesNouns => Code == "de";

    /// <summary>Tells whether a folded word has no content of its own.</summary>
    public bool IsFunctionWord(string folded) =>
        Function.Contains(folded) || Negation.Contains(folded) || Possibility.Contains(folded) || Obligation.Contains(folded);
}
