using System.Collections.Frozen;
using QnA.Text;
using QnA.Text.Words;

namespace QnA.Answering.Lexicon;

/// <summary>What a word can stand for, or what a phrase is.</summary>
[Flags]
internal enum Referable
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>One thing or person, of masculine gender.</summary>
    Masculine = 1,

    /// <summary>One thing or person, of feminine gender.</summary>
    Feminine = 2,

    /// <summary>One thing or person, of neuter gender.</summary>
    Neuter = 4,

    /// <summary>Several.</summary>
    Plural = 8,

    /// <summary>Only a person.</summary>
    Human = 16,

    /// <summary>Never a person.</summary>
    Thing = 32,

    /// <summary>One, of any gender.</summary>
    Singular = Masculine | Feminine | Neuter,

    /// <summary>One or several, of any gender.</summary>
    Any = Singular | Plural,
}

/// <summary>How questions of one language are built.</summary>
internal sealed class QuestionGrammar
{
    private static readonly FrozenDictionary<string, QuestionGrammar> ByLanguage = Load();

    private readonly Dictionary<string, Dictionary<string, Referable>> _referable = new(StringComparer.Ordinal)
    {
        ["pronoun"] = new(StringComparer.OrdinalIgnoreCase),
        ["possessive"] = new(StringComparer.OrdinalIgnoreCase),
        ["article"] = new(StringComparer.OrdinalIgnoreCase),
        ["oblique"] = new(StringComparer.OrdinalIgnoreCase),
    };

    private readonly Dictionary<string, string> _measures = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, HashSet<string>> _words = new(StringComparer.Ordinal);
    private readonly FunctionWords _functionWords;

    private QuestionGrammar(string language, IEnumerable<string> lines)
    {
        Language = language;
        _functionWords = new FunctionWords(language);
        foreach (var line in lines)
        {
            var (key, value) = (line[..line.IndexOf('=')].Trim().Split(' '), line[(line.IndexOf('=') + 1)..].Trim());
            if (_referable.TryGetValue(key[0], out var referable))
            {
                foreach (var word in value.Split(' '))
                {
                    referable[word] = referable.GetValueOrDefault(word) | Parse(key[1..]);
                }
            }
            else if (key[0] == "measure")
            {
                foreach (var word in value.Split(' '))
                {
                    _measures[word] = key[1];
                }
            }
            else
            {
                _words[key[0]] = new HashSet<string>(value.Split(key[0] == "lead" ? " | " : " "), StringComparer.OrdinalIgnoreCase);
            }

            (How, What) = key[0] switch { "how" => (value, What), "what" => (How, value), _ => (How, What) };
        }
    }

    /// <summary>Gets the language (ISO 639).</summary>
    public string Language { get; }

    /// <summary>Gets whether every noun is written with a capital letter, so that one tells no name.</summary>
    public bool CapitalizesNouns => LanguageCode.CapitalizesNouns(Language);

    /// <summary>Gets how a measure, {1}, of a thing, {0}, is asked for; empty where that is not known.</summary>
    public string How { get; } = "";

    /// <summary>Gets how it is asked what a thing, {0}, is; empty where that is not known.</summary>
    public string What { get; } = "";

    /// <summary>Gets the words of every language that has any.</summary>
    public static IEnumerable<QuestionGrammar> All => ByLanguage.Values;

    /// <summary>Returns the words of a language; <see langword="null"/> where none are known.</summary>
    /// <param name="language">Two or three lower-case letters (ISO 639).</param>
    public static QuestionGrammar? Of(string language) => ByLanguage.GetValueOrDefault(language);

    /// <summary>Tells what a personal pronoun can stand for.</summary>
    public Referable Pronoun(string word) => _referable["pronoun"].GetValueOrDefault(word);

    /// <summary>Tells whose a possessive can say that something is.</summary>
    public Referable Possessive(string word) => _referable["possessive"].GetValueOrDefault(word);

    /// <summary>Tells what an article, or a preposition that has grown together with one, can stand before.</summary>
    public Referable Article(string word) => _referable["article"].GetValueOrDefault(word);

    /// <summary>Tells what an article can stand before where a preposition or a noun precedes it.</summary>
    public Referable ObliqueArticle(string word) => _referable["oblique"].GetValueOrDefault(word, Article(word));

    /// <summary>Tells what is measured where two things are compared by a word: "high" by "higher".</summary>
    /// <returns><see langword="null"/> where the word compares nothing.</returns>
    public string? Measure(string word) => _measures.GetValueOrDefault(word);

    /// <summary>Tells whether a word, as it is written, only shapes the sentence.</summary>
    public bool IsFunctionWord(string word) => _functionWords.Contains(word.Split('\'', '’')[0]) || Is("auxiliary", word) || Is("preposition", word);

    /// <summary>Tells whether a word is of a kind that the word list names.</summary>
    public bool Is(string kind, string word) => _words.TryGetValue(kind, out var words) && words.Contains(word);

    private static Referable Parse(IEnumerable<string> letters) => letters.Aggregate(Referable.None, (all, letter) => all | letter switch
    {
        "m" => Referable.Masculine,
        "f" => Referable.Feminine,
        "n" => Referable.Neuter,
        "p" => Referable.Plural,
        "h" => Referable.Human,
        "t" => Referable.Thing,
        _ => throw new InvalidDataException($"The word list question-grammar.txt has an unknown letter '{letter}'."),
    });

    private static FrozenDictionary<string, QuestionGrammar> Load() => WordList.Read(typeof(QuestionGrammar), "question-grammar.txt")
        .ToFrozenDictionary(section => section.Key, section => new QuestionGrammar(section.Key, section.Value), StringComparer.Ordinal);
}
