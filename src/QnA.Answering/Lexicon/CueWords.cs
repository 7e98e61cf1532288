using System.Collections.Frozen;
using QnA.Answering.Analysis;
using QnA.Text.Words;

namespace QnA.Answering.Lexicon;

/// <summary>Tells what a word says about the sentence that it stands in.</summary>
/// <remarks>
/// The weights were learned with one list for all of their languages (<c>cue-words.txt</c>); other languages have lists of their own beside
/// it (<c>cue-words-by-language.txt</c>).
/// </remarks>
internal static class CueWords
{
    // Shorter ones are listed: "een" is no number that is made of others.
    private const int MinCompoundLength = 6;

    private static readonly FrozenDictionary<string, WordCues>.AlternateLookup<ReadOnlySpan<char>> Shared = LoadShared();
    private static readonly FrozenDictionary<string, FrozenDictionary<string, WordCues>> ByLanguage = LoadByLanguage();

    /// <summary>Returns the cues of a word as it is written, but for <see cref="WordCues.Function"/>.</summary>
    /// <param name="word">The word.</param>
    /// <param name="language">The language of the text: two or three lower-case letters (ISO 639).</param>
    public static WordCues Of(ReadOnlySpan<char> word, string language)
    {
        Shared.TryGetValue(word, out var cues);
        cues |= OfLanguage(word, language);
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

    /// <summary>Returns the cues of a piece of a text without spaces.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="language">The language of the text.</param>
    public static WordCues OfPiece(ReadOnlySpan<char> piece, string language) => OfLanguage(piece, language);

    private static WordCues OfLanguage(ReadOnlySpan<char> word, string language)
    {
        if (!ByLanguage.TryGetValue(language, out var words))
        {
            return WordCues.None;
        }

        var own = words.GetAlternateLookup<ReadOnlySpan<char>>();
        return own.TryGetValue(word, out var cues) ? cues
            : word.Length >= MinCompoundLength && IsNumber(word, own) ? WordCues.NumberWord
            : WordCues.None;
    }

    private static bool IsNumber(ReadOnlySpan<char> word, FrozenDictionary<string, WordCues>.AlternateLookup<ReadOnlySpan<char>> own)
    {
        for (var length = word.Length; length > 1; length--)
        {
            if (own.TryGetValue(word[..length], out var cues) && cues.Has(WordCues.NumberWord) && (length == word.Length || IsNumber(word[length..], own)))
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenDictionary<string, WordCues>.AlternateLookup<ReadOnlySpan<char>> LoadShared()
    {
        var words = new Dictionary<string, WordCues>(StringComparer.OrdinalIgnoreCase);
        foreach (var (section, lines) in WordList.Read(typeof(CueWords), "cue-words.txt"))
        {
            Add(words, CueOf(section), lines.SelectMany(line => line.Split(' ')));
        }

        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private static FrozenDictionary<string, FrozenDictionary<string, WordCues>> LoadByLanguage()
    {
        var languages = new Dictionary<string, FrozenDictionary<string, WordCues>>(StringComparer.Ordinal);
        foreach (var (section, lines) in WordList.Read(typeof(CueWords), "cue-words-by-language.txt"))
        {
            var words = new Dictionary<string, WordCues>(StringComparer.OrdinalIgnoreCase);
            var keys = lines.ToDictionary(line => line[..line.IndexOf('=')].Trim(), line => line[(line.IndexOf('=') + 1)..].Trim());
            if (keys.Remove("numerals", out var numerals) && keys.Remove("counters", out var counters))
            {
                Add(words, WordCues.NumberWord, numerals.SelectMany(first => (numerals + counters).Select(second => $"{first}{second}")));
            }

            foreach (var (key, value) in keys)
            {
                Add(words, CueOf(key), value.Split(' '));
            }

            foreach (var language in section.Split(' '))
            {
                languages[language] = words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
            }
        }

        return languages.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Add(Dictionary<string, WordCues> words, WordCues cue, IEnumerable<string> added)
    {
        foreach (var word in added)
        {
            words[word] = words.GetValueOrDefault(word) | cue;
        }
    }

    private static WordCues CueOf(string key) => key switch
    {
        "number" => WordCues.NumberWord,
        "time" => WordCues.Time,
        "cause" => WordCues.Cause,
        "unit" => WordCues.Unit,
        "pronoun" => WordCues.Pronoun,
        "copula" => WordCues.Copula,
        "place" => WordCues.Place,
        _ => throw new InvalidDataException($"The lists of cue words have an unknown key '{key}'."),
    };
}
