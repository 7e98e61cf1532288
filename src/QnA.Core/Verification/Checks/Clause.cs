using System.Buffers;
using QnA.Text.Words;

namespace QnA.Core.Verification.Checks;

/// <summary>A part of a sentence that says one thing.</summary>
/// <param name="Start">Where it starts, in UTF-16 code units.</param>
/// <param name="End">The position after it.</param>
/// <param name="Words">Its words.</param>
internal sealed record Clause(int Start, int End, IReadOnlyList<Word> Words);

/// <summary>Parts sentences into clauses, so that a denial in one clause is not taken for one in another.</summary>
internal static class ClauseReader
{
    private static readonly SearchValues<char> Boundaries = SearchValues.Create(",;:.!?—–()…。，、；：！？।؟،");

    private static readonly string[] Conjunctions =
    [
        "but", "while", "whereas", "although", "though", "because", "and", "that", "who", "which", "when", "if", "since", "so",
        "aber", "wahrend", "obwohl", "weil", "und", "dass", "wenn", "sondern", "mais", "tandis", "parce", "et", "que", "qui", "quand",
        "pero", "mientras", "aunque", "porque", "y", "sino", "ma", "mentre", "perche", "e", "che", "mas", "enquanto", "maar", "terwijl", "omdat", "en", "dat",
        "но", "а", "и", "что", "когда", "потому", "который", "которая", "которые",
    ];

    /// <summary>Returns the clauses in the order of the text; every word is in one.</summary>
    public static List<Clause> Read(string text, IReadOnlyList<Word> words)
    {
        var clauses = new List<Clause>();
        var current = new List<Word>();
        for (var i = 0; i < words.Count; i++)
        {
            var between = i == 0 ? "" : text[Math.Min(words[i - 1].End, words[i].Start)..words[i].Start];
            if (current.Count > 0 && (StartsClause(words[i], text) || between.AsSpan().ContainsAny(Boundaries)))
            {
                Close();
            }

            current.Add(words[i]);
        }

        Close();
        return clauses;

        void Close()
        {
            if (current.Count > 0)
            {
                clauses.Add(new Clause(current[0].Start, current[^1].End, current));
                current = [];
            }
        }
    }

    private static bool StartsClause(Word word, string text) =>
        Conjunctions.Contains(word.Folded, StringComparer.Ordinal) && !IsBetweenNames(word, text);

    // "Renn and Calloway" is one part of a clause.
    private static bool IsBetweenNames(Word word, string text) =>
        word.End + 1 < text.Length && char.IsUpper(text[word.End + 1]) && word.Start > 1 && char.IsLetter(text[word.Start - 2]);
}
