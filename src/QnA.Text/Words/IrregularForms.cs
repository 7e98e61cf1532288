using System.Collections.Frozen;

namespace QnA.Text.Words;

/// <summary>The words of one language whose forms no rule leads back to them: <c>wrote</c> is a form of <c>write</c>.</summary>
internal static class IrregularForms
{
    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> ByLanguage = Load();

    /// <summary>Returns the word of each irregular form of a language, in lower case; empty where none are listed.</summary>
    /// <param name="language">Two or three lower-case letters (ISO 639).</param>
    public static FrozenDictionary<string, string> Of(string language) =>
        ByLanguage.GetValueOrDefault(language is "nb" or "nn" ? "no" : language) ?? FrozenDictionary<string, string>.Empty;

    private static FrozenDictionary<string, FrozenDictionary<string, string>> Load() =>
        WordList.Read(typeof(IrregularForms), "irregular-forms.txt").ToFrozenDictionary(
            section => section.Key,
            section => section.Value.Select(line => line.Split(' '))
                .SelectMany(words => words.Skip(1).Select(form => (Form: form, Word: words[0])))
                .ToFrozenDictionary(pair => pair.Form, pair => pair.Word, StringComparer.Ordinal),
            StringComparer.Ordinal);
}
