using System.Collections.Frozen;
using QnA.Search.Analysis;

namespace QnA.Search.Lexicon;

/// <summary>How questions of one language ask.</summary>
internal sealed class QuestionWords
{
    private static readonly FrozenDictionary<string, QuestionWords> ByLanguage = Load();
    private static readonly QuestionWords None = new([], []);

    private readonly (string Phrase, bool IsPrefix, QuestionKind Kind)[] _phrases;

    private QuestionWords(List<(string Phrase, bool IsPrefix, QuestionKind Kind)> phrases, IEnumerable<string> functionWords)
    {
        _phrases = [.. phrases];
        FunctionWords = [.. functionWords];
    }

    /// <summary>Gets the words that only shape a sentence: question words and those listed; of languages without spaces, phrases.</summary>
    public IReadOnlyList<string> FunctionWords { get; }

    /// <summary>Returns the question words of a language; empty ones where none are known.</summary>
    /// <param name="language">Two or three lower-case letters (ISO 639).</param>
    public static QuestionWords Of(string language) =>
        ByLanguage.GetValueOrDefault(language is "nb" or "nn" ? "no" : language) ?? None;

    /// <summary>Tells what a question asks for, and by which of its words.</summary>
    public (QuestionKind Kind, string Phrase) KindOf(string question)
    {
        var lower = question.ToLowerInvariant();
        var (at, length, kind) = (int.MaxValue, 0, QuestionKind.Other);
        foreach (var (phrase, isPrefix, phraseKind) in _phrases)
        {
            var found = Find(lower, phrase, isPrefix);
            if (found >= 0 && (found < at || (found == at && phrase.Length > length)))
            {
                (at, length, kind) = (found, phrase.Length, phraseKind);
            }
        }

        return (kind, length > 0 ? lower.Substring(at, length) : "");
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
        foreach (var (language, lines) in LexiconFile.Read("question-words.txt"))
        {
            var phrases = new List<(string, bool, QuestionKind)>();
            var functionWords = new HashSet<string>(StringComparer.Ordinal);
            foreach (var line in lines)
            {
                var (key, value) = (line[..line.IndexOf('=')].Trim(), line[(line.IndexOf('=') + 1)..].Trim());
                if (key == "function")
                {
                    functionWords.UnionWith(value.Split(' '));
                    continue;
                }

                foreach (var phrase in value.Split(" | "))
                {
                    phrases.Add((phrase.TrimEnd('*'), phrase.EndsWith('*'), Enum.Parse<QuestionKind>(key, ignoreCase: true)));
                }
            }

            languages[language] = new QuestionWords(phrases, functionWords);
        }

        return languages.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
