using System.Collections.Frozen;
using QnA.Text.Words;

namespace QnA.Answering.Lexicon;

/// <summary>How questions of one language ask.</summary>
internal sealed class QuestionWords
{
    private static readonly FrozenDictionary<string, QuestionWords> ByLanguage = Load();
    private static readonly QuestionWords None = new([], [], []);

    private readonly Phrase[] _phrases;
    private readonly FrozenSet<string> _pronouns;

    private QuestionWords(List<Phrase> phrases, IEnumerable<string> pronouns, IEnumerable<string> conjunctions)
    {
        _phrases = [.. phrases];
        _pronouns = pronouns.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        Conjunctions = [.. conjunctions];
    }

    /// <summary>Gets the words that join two questions; one that ends in <c>*</c> is written together with the word after it.</summary>
    public IReadOnlyList<string> Conjunctions { get; }

    /// <summary>Returns the question words of a language; empty ones where none are known.</summary>
    /// <param name="language">Two or three lower-case letters (ISO 639).</param>
    public static QuestionWords Of(string language) =>
        ByLanguage.GetValueOrDefault(language switch { "nb" or "nn" => "no", "bs" => "hr", _ => language }) ?? None;

    /// <summary>Tells whether a word stands for what an earlier sentence named.</summary>
    public bool IsPronoun(string word) => _pronouns.Contains(word);

    /// <summary>Tells what a question asks for, and by which of its words.</summary>
    public (QuestionKind Kind, string Phrase) KindOf(string question)
    {
        var lower = question.ToLowerInvariant();
        var (at, length, kind) = First(lower, isAsking: false);
        return (kind, length > 0 ? lower.Substring(at, length) : "");
    }

    /// <summary>Finds the first words that ask for something other than yes or no.</summary>
    /// <param name="lower">A text in lower case.</param>
    /// <returns>Where they stand, a word that begins with them taken whole; empty, at the text's end, where there are none.</returns>
    public Range AskingIn(string lower)
    {
        var (at, length, _) = First(lower, isAsking: true);
        var end = length == 0 ? lower.Length : at + length;
        while (length > 0 && end < lower.Length && Scripts.IsSpacedLetter(lower[end - 1]) && char.IsLetter(lower[end]))
        {
            end++;
        }

        return length == 0 ? ^0..^0 : at..end;
    }

    /// <summary>Tells whether a text has a phrase as whole words.</summary>
    public static bool Has(string text, string phrase) => Find(text.ToLowerInvariant(), phrase.ToLowerInvariant(), isPrefix: false) >= 0;

    private (int At, int Length, QuestionKind Kind) First(string lower, bool isAsking)
    {
        var (at, length, kind) = (int.MaxValue, 0, QuestionKind.Other);
        foreach (var phrase in _phrases)
        {
            var found = isAsking && !phrase.Asks ? -1 : Find(lower, phrase.Text, phrase.IsPrefix);
            if (found >= 0 && (found < at || (found == at && phrase.Text.Length > length)))
            {
                (at, length, kind) = (found, phrase.Text.Length, phrase.Kind);
            }
        }

        return (at, length, kind);
    }

    private static int Find(string text, string phrase, bool isPrefix)
    {
        for (var at = text.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.Ordinal))
        {
            var startsWord = at == 0 || !Scripts.IsSpacedLetter(text[at]) || !char.IsLetterOrDigit(text[at - 1]);
            var end = at + phrase.Length;
            if (startsWord && (isPrefix || end == text.Length || !Scripts.IsSpacedLetter(text[end - 1]) || !char.IsLetter(text[end])))
            {
                return at;
            }
        }

        return -1;
    }

    private static FrozenDictionary<string, QuestionWords> Load()
    {
        var languages = new Dictionary<string, QuestionWords>(StringComparer.Ordinal);
        foreach (var (language, lines) in WordList.Read(typeof(QuestionWords), "question-words.txt"))
        {
            var phrases = new List<Phrase>();
            var words = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal) { ["pronoun"] = [], ["conjunction"] = [] };
            foreach (var line in lines)
            {
                var (key, value) = (line[..line.IndexOf('=')].Trim(), line[(line.IndexOf('=') + 1)..].Trim());
                if (words.TryGetValue(key, out var set))
                {
                    set.UnionWith(value.Split(" | "));
                    continue;
                }

                var asks = key is not ("yesno" or "definition");
                var kind = key == "yesno" ? QuestionKind.Other : Enum.Parse<QuestionKind>(key, ignoreCase: true);
                phrases.AddRange(value.Split(" | ").Select(phrase => new Phrase(phrase.TrimEnd('*'), phrase.EndsWith('*'), kind, asks)));
            }

            languages[language] = new QuestionWords(phrases, words["pronoun"], words["conjunction"]);
        }

        return languages.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Words that ask.</summary>
    /// <param name="Text">The words.</param>
    /// <param name="IsPrefix">Whether a word may go on after them.</param>
    /// <param name="Kind">What they ask for.</param>
    /// <param name="Asks">Whether they alone make a question that wants more than yes or no.</param>
    private sealed record Phrase(string Text, bool IsPrefix, QuestionKind Kind, bool Asks);
}
