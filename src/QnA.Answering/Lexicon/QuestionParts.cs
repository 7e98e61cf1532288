using QnA.Text.Words;

namespace QnA.Answering.Lexicon;

/// <summary>Tells the questions apart that were asked in one: "Who built the bridge, and when did it open?"</summary>
/// <remarks>
/// Two questions are seen where a question mark stands between them, or a conjunction of the language with a question word right after it
/// and another before. What is less clear stays one question. Languages that put no space between words are parted at question marks only.
/// </remarks>
internal static class QuestionParts
{
    /// <summary>The most parts that are told apart: as many as an answer has quotes by default.</summary>
    public const int MaxParts = 3;

    private static readonly char[] Marks = ['?', '？', '؟'];

    /// <summary>Returns the parts, each a question that can be searched for.</summary>
    /// <param name="question">The question.</param>
    /// <param name="language">Its language (ISO 639), as <see cref="QuestionWords.Of"/> takes it.</param>
    /// <param name="isFunctionWord">Tells whether a word only shapes the question.</param>
    /// <returns>Two or more, in the question's order; empty where it asks for one thing.</returns>
    public static IReadOnlyList<string> Of(string question, string language, Func<string, bool> isFunctionWord)
    {
        var words = QuestionWords.Of(language);
        var parts = new List<Clause>();
        foreach (var sentence in SentencesOf(question))
        {
            parts.AddRange(Split(sentence, words, isFunctionWord));
        }

        if (parts.Count is < 2 or > MaxParts || parts.Exists(part => part.Asking.Length == 0))
        {
            return [];
        }

        List<string> whole = [.. parts.Select((part, i) => Complete(part, i == 0 ? parts[1] : parts[i - 1], i > 0, words, isFunctionWord))];
        return whole.Distinct(StringComparer.OrdinalIgnoreCase).Count() == whole.Count ? whole : [];
    }

    private static IEnumerable<string> SentencesOf(string question)
    {
        var start = 0;
        while (start < question.Length)
        {
            var mark = question.IndexOfAny(Marks, start);
            var end = mark < 0 ? question.Length : mark;
            if (question.AsSpan()[start..end].ContainsAnyExcept(" \t\r\n.!…\"')»”".AsSpan()))
            {
                yield return question[start..end].Trim();
            }

            start = end + 1;
        }
    }

    private static IEnumerable<Clause> Split(string sentence, QuestionWords words, Func<string, bool> isFunctionWord)
    {
        var scanner = new List<(int Start, int End)>();
        var scan = new WordScanner(sentence);
        while (scan.MoveNext())
        {
            scanner.Add((scan.Start, scan.End));
        }

        for (var i = 1; i < scanner.Count; i++)
        {
            if (ConjunctionEnd(sentence, scanner[i], words) is not { } end)
            {
                continue;
            }

            var first = Clause.Of(sentence[..scanner[i].Start], words);
            var second = Clause.Of(sentence[end..], words);
            if (first.Asking.Length > 0 && second.Asking.Length > 0 && IsOneWordAtMost(second.Lead, isFunctionWord)
                && !QuestionWords.Has(first.Rest.Length > 0 ? first.Rest : first.Asking, second.Asking))
            {
                return [first, .. Split(sentence[end..], words, isFunctionWord)];
            }
        }

        return [Clause.Of(sentence, words)];
    }

    // "and by whom", "and in what year"; Spanish begins a question by "¿".
    private static bool IsOneWordAtMost(string lead, Func<string, bool> isFunctionWord) =>
        lead.Trim(' ', '¿') is var word && (word.Length == 0 || (!word.Contains(' ') && isFunctionWord(word)));

    private static int? ConjunctionEnd(string sentence, (int Start, int End) word, QuestionWords words)
    {
        var text = sentence.AsSpan()[word.Start..word.End];
        foreach (var conjunction in words.Conjunctions)
        {
            if (conjunction[^1] == '*' ? text.StartsWith(conjunction.AsSpan()[..^1]) : text.Equals(conjunction, StringComparison.OrdinalIgnoreCase))
            {
                return word.Start + conjunction.TrimEnd('*').Length;
            }
        }

        return null;
    }

    // "When and where was she born" and "Who built it, and when": the part that says nothing by itself takes the other's words. Where a
    // pronoun points to the question before, that one's names are added, or where it has none its other words.
    private static string Complete(Clause part, Clause other, bool isLater, QuestionWords words, Func<string, bool> isFunctionWord)
    {
        var own = part.Lead + part.Rest;
        if (!SaysSomething(own))
        {
            return $"{part.Lead}{part.Asking} {((isLater ? other.Lead : "") + other.Rest).Trim()}";
        }

        if (!isLater || !WordsOf(own).Exists(words.IsPronoun))
        {
            return part.ToString().Trim();
        }

        var known = WordsOf(other.Lead + other.Rest).FindAll(IsContent);
        var names = known.FindAll(word => char.IsUpper(word[0]));
        return $"{part} {string.Join(' ', names.Count > 0 ? names : known)}".Trim();

        bool SaysSomething(string text) => WordsOf(text).Exists(IsContent);

        bool IsContent(string word) => !isFunctionWord(word) && !words.IsPronoun(word);
    }

    private static List<string> WordsOf(string text)
    {
        var found = new List<string>();
        var scan = new WordScanner(text);
        while (scan.MoveNext())
        {
            found.Add(scan.Word.ToString());
        }

        return found;
    }

    /// <summary>A question as its words lie.</summary>
    /// <param name="Lead">What stands before the words that ask.</param>
    /// <param name="Asking">The words that ask; empty where none do.</param>
    /// <param name="Rest">What stands after them.</param>
    private sealed record Clause(string Lead, string Asking, string Rest)
    {
        public static Clause Of(string text, QuestionWords words)
        {
            text = text.Trim(' ', ',', ';', '，', '、', '،');
            var (start, length) = words.AskingIn(text.ToLowerInvariant()).GetOffsetAndLength(text.Length);
            return new Clause(text[..start], text.Substring(start, length), text[(start + length)..]);
        }

        public override string ToString() => Lead + Asking + Rest;
    }
}
