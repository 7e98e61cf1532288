using System.Collections.Frozen;

namespace QnA.Text.Words;

/// <summary>What the words of one language take on to fit their sentence, for languages that Lucene.NET has no stemmer for.</summary>
/// <remarks>
/// Lists of frequent endings (<c>word-endings.txt</c>), not rules of a grammar: what they join wrongly is joined wrongly in articles
/// and questions alike, and the rest of the word still tells most words apart. Safe for concurrent use.
/// </remarks>
internal sealed class WordEndings
{
    private static readonly FrozenDictionary<string, WordEndings> ByLanguage = Load();

    private readonly List<string[]> _rounds = [];
    private readonly List<string> _prefixes = [];
    private int _keep = 3;

    private WordEndings()
    {
    }

    /// <summary>Returns the endings of a language; <see langword="null"/> where there are none.</summary>
    /// <param name="language">Two or three lower-case letters (ISO 639).</param>
    public static WordEndings? Of(string language) => ByLanguage.GetValueOrDefault(language);

    /// <summary>Takes off what a word has taken on.</summary>
    /// <param name="word">The word, in lower case and folded.</param>
    /// <returns>The longest ending of each round off, then prefixes as long as there are any; never less than a few letters.</returns>
    public string Strip(string word)
    {
        foreach (var endings in _rounds)
        {
            var ending = Array.Find(endings, e => word.Length - e.Length >= _keep && word.EndsWith(e, StringComparison.Ordinal));
            word = word[..^(ending?.Length ?? 0)];
        }

        while (_prefixes.Find(p => word.Length - p.Length >= _keep && word.StartsWith(p, StringComparison.Ordinal)) is { } prefix)
        {
            word = word[prefix.Length..];
        }

        return word;
    }

    private static FrozenDictionary<string, WordEndings> Load()
    {
        var languages = new Dictionary<string, WordEndings>(StringComparer.Ordinal);
        foreach (var (section, lines) in WordList.Read(typeof(WordEndings), "word-endings.txt"))
        {
            var endings = new WordEndings();
            foreach (var line in lines)
            {
                var (key, value) = (line[..line.IndexOf('=')].Trim(), line[(line.IndexOf('=') + 1)..].Trim());
                string[] parts = [.. value.Split(' ').Select(part => Folding.Fold(part)).Distinct().OrderByDescending(part => part.Length)];
                switch (key)
                {
                    case "keep":
                        endings._keep = int.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
                        break;
                    case "endings":
                        endings._rounds.Add(parts);
                        break;
                    case "prefixes":
                        endings._prefixes.AddRange(parts);
                        break;
                    default:
                        throw new InvalidDataException($"The word list word-endings.txt has an unknown key '{key}'.");
                }
            }

            foreach (var language in section.Split(' '))
            {
                languages[language] = endings;
            }
        }

        return languages.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
