using System.Collections.Frozen;

namespace QnA.Text.Words;

/// <summary>Words that shape a sentence of one language but do not say what it is about.</summary>
internal sealed class FunctionWords
{
    private static readonly FrozenDictionary<string, string[]> ByLanguage = Load();

    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly string[] _phrases;
    private readonly string _language;

    /// <summary>Creates the function words of a language.</summary>
    /// <param name="language">Two or three lower-case letters (ISO 639).</param>
    public FunctionWords(string language)
    {
        _language = language;
        var words = ByLanguage.GetValueOrDefault(language) ?? [];
        _words.UnionWith(words);
        _phrases = [.. words.Where(word => Scripts.IsUnspaced(word[0]))];
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Gets the words; of languages without spaces, phrases.</summary>
    public IReadOnlyCollection<string> All => _words;

    /// <summary>Tells whether a word, as the person wrote it, only shapes the sentence.</summary>
    /// <remarks>A word in capitals among others is a name: "US" is no "us".</remarks>
    public bool Contains(ReadOnlySpan<char> word) =>
        _lookup.Contains(word) && !(word.Length > 1 && char.IsUpper(word[0]) && char.IsUpper(word[1]));

    /// <summary>Tells whether a piece of a text without spaces only shapes the sentence.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the piece starts.</param>
    /// <param name="end">Where it ends, exclusive.</param>
    /// <returns>
    /// Whether it lies within a phrase that does; in Korean also where it has a particle in it, in Japanese where it is Hiragana and a
    /// phrase has a part of it: the pairs at the edges of particles and endings say as little as those within.
    /// </returns>
    public bool Covers(string text, int start, int end) =>
        IsWithinPhrase(text, start, end)
        || (_language == "ko" && KoreanParticles.IsSyllable(text[start]) && KoreanParticles.HasParticle(text, start, end))
        || (_language == "ja" && Scripts.IsHiragana(text[start]) && Enumerable.Range(start, end - start).Any(at => IsWithinPhrase(text, at, at + 1)));

    private bool IsWithinPhrase(string text, int start, int end)
    {
        foreach (var phrase in _phrases)
        {
            for (var at = text.IndexOf(phrase, Math.Max(0, end - phrase.Length), StringComparison.Ordinal);
                at >= 0 && at <= start;
                at = text.IndexOf(phrase, at + 1, StringComparison.Ordinal))
            {
                if (at + phrase.Length >= end)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static FrozenDictionary<string, string[]> Load() => WordList.Read(typeof(FunctionWords), "function-words.txt")
        .SelectMany(section => section.Key.Split(' ').Select(language => (language, section.Value)))
        .ToFrozenDictionary(pair => pair.language, pair => pair.Value.SelectMany(line => line.Split(' ')).ToArray(), StringComparer.Ordinal);
}
