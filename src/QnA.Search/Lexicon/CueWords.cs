using System.Collections.Frozen;
using QnA.Search.Analysis;

namespace QnA.Search.Lexicon;

/// <summary>Tells what a word says about the sentence that it stands in.</summary>
internal static class CueWords
{
    private static readonly FrozenDictionary<string, WordCues> Words = Load();
    private static readonly FrozenDictionary<string, WordCues>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Returns the cues of a word as it is written, but for <see cref="WordCues.Function"/>.</summary>
    public static WordCues Of(ReadOnlySpan<char> word)
    {
        Lookup.TryGetValue(word, out var cues);
        if (char.IsUpper(word[0]))
        {
            cues |= WordCues.Capital;
            cues |= word.Length > 1 && !word.ContainsAnyInRange('a', 'z') && char.IsUpper(word[1]) ? WordCues.Acronym : WordCues.None;
        }

        var digits = 0;
        foreach (var c in word)
        {
            digits += char.IsDigit(c) ? 1 : 0;
        }

        if (digits > 0)
        {
            cues |= WordCues.Digit;
            cues |= digits == 4 && word.Length <= 6 && word[0] is '1' or '2' or '١' or '٢' or '१' or '२' && char.IsDigit(word[3]) ? WordCues.Year : WordCues.None;
        }

        return cues;
    }

    private static FrozenDictionary<string, WordCues> Load()
    {
        var words = new Dictionary<string, WordCues>(StringComparer.OrdinalIgnoreCase);
        foreach (var (section, lines) in LexiconFile.Read("cue-words.txt"))
        {
            var cue = section switch
            {
                "number" => WordCues.NumberWord,
                "time" => WordCues.Time,
                "cause" => WordCues.Cause,
                "unit" => WordCues.Unit,
                "pronoun" => WordCues.Pronoun,
                "copula" => WordCues.Copula,
                "place" => WordCues.Place,
                _ => throw new InvalidDataException($"The word list cue-words.txt has an unknown section '{section}'."),
            };
            foreach (var word in lines.SelectMany(line => line.Split(' ')))
            {
                words[word] = words.GetValueOrDefault(word) | cue;
            }
        }

        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
