using QnA.Answering.Analysis;
using QnA.Answering.Lexicon;
using QnA.Answering.Retrieval;
using QnA.Core.Retrieval;
using QnA.Text;
using QnA.Text.Detection;
using QnA.Text.Words;

namespace QnA.Answering.Ranking;

/// <summary>A word of a question and how much it says.</summary>
/// <param name="Word">The word as the person wrote it.</param>
/// <param name="Info">What is known of it in the question's language.</param>
/// <param name="Variants">Its terms in the languages of the index; at least one.</param>
/// <param name="IsFunctionWord">Whether it only shapes the question.</param>
/// <param name="IsName">Whether it is written like a name, inside the question.</param>
/// <param name="Frequency">How many passages have it in their text or titles.</param>
/// <param name="Rarity">Its inverse document frequency.</param>
/// <param name="Weight">How much it counts beside its rarity: 1, or less for function words.</param>
internal sealed record QuestionTerm(
    string Word, WordInfo Info, IReadOnlyList<string> Variants, bool IsFunctionWord, bool IsName, int Frequency, double Rarity, double Weight)
{
    /// <summary>Gets what a place gains by having the term.</summary>
    public double Mass => Weight * Rarity;

    /// <summary>Gets whether the term has a digit.</summary>
    public bool IsNumber => Info.Cues.Has(WordCues.Digit);
}

/// <summary>The terms of a question, each once, weighed by the index that is searched.</summary>
internal sealed class QuestionTerms
{
    /// <summary>The most terms that are looked at: a set of them is one machine word, and no question needs more.</summary>
    public const int MaxTerms = 64;

    // Function words help to tell "who was" from "when was" but must not outweigh names: 0.3 did best, against 0 and 1.
    private const double FunctionWordWeight = 0.3;

    private readonly Dictionary<string, int> _indexes;
    private readonly LanguageAnalyses _analyses;
    private readonly IReadOnlyList<string> _languages;

    private QuestionTerms(
        string text, string language, IReadOnlyList<QuestionTerm> terms, Dictionary<string, int> indexes, LanguageAnalyses analyses, IReadOnlyList<string> languages)
    {
        (_analyses, _languages) = (analyses, languages);
        Text = text;
        Language = language;
        Terms = terms;
        (Kind, Phrase) = QuestionWords.Of(language).KindOf(text);
        _indexes = indexes;
        for (var t = 0; t < terms.Count; t++)
        {
            Content |= terms[t].IsFunctionWord ? 0 : 1UL << t;
            Names |= terms[t].IsName ? 1UL << t : 0;
            Numbers |= terms[t].IsNumber ? 1UL << t : 0;
        }
    }

    /// <summary>Gets the question.</summary>
    public string Text { get; }

    /// <summary>Gets the language that the question seems to be in, of those of the index.</summary>
    public string Language { get; }

    /// <summary>Gets what the question asks for.</summary>
    public QuestionKind Kind { get; }

    /// <summary>Gets the words that tell <see cref="Kind"/>, in lower case; empty where none do.</summary>
    public string Phrase { get; }

    /// <summary>Gets the terms in the question's order; at most <see cref="MaxTerms"/>.</summary>
    public IReadOnlyList<QuestionTerm> Terms { get; }

    /// <summary>Gets the set of terms that say what the question is about: bit t for term t.</summary>
    public ulong Content { get; }

    /// <summary>Gets the set of names.</summary>
    public ulong Names { get; }

    /// <summary>Gets the set of numbers.</summary>
    public ulong Numbers { get; }

    /// <summary>Gets whether most terms are pieces of a text without spaces rather than words.</summary>
    public bool IsInPieces => 2 * Terms.Count(t => Scripts.IsUnspaced(t.Word[0])) > Terms.Count;

    /// <summary>Gets whether any term says what the question is about.</summary>
    public bool HasContent => Content != 0;

    /// <summary>Gets the words of the question that no passage has, in the question's order.</summary>
    public IReadOnlyList<string> MissingWords =>
        [.. Terms.Where(t => !t.IsFunctionWord && t.Frequency == 0).Select(t => t.Word).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Gets the questions that were asked in this one, each made to stand alone; empty where one thing is asked.</summary>
    public IReadOnlyList<string> PartTexts =>
        QuestionParts.Of(Text, Language, word => Terms.Any(t => t.IsFunctionWord && t.Word.Equals(word, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Returns the place of a term in <see cref="Terms"/>, or -1.</summary>
    public int IndexOf(string term) => _indexes.TryGetValue(term, out var index) ? index : -1;

    /// <summary>Returns the question's terms in a text beside the sentences, such as a title.</summary>
    public ulong TermsIn(ReadOnlySpan<char> text, LanguageAnalysis analysis)
    {
        ulong found = 0;
        var words = new WordScanner(text);
        while (words.MoveNext())
        {
            var term = IndexOf(analysis.Analyze(words.Word, words.IsPiece).Term);
            found |= term >= 0 ? 1UL << term : 0;
        }

        return found;
    }

    /// <summary>Weighs the terms of a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="analyses">Make the terms.</param>
    /// <param name="statistics">The collection.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async ValueTask<QuestionTerms> OfAsync(
        string question, LanguageAnalyses analyses, ICollectionStatistics statistics, CancellationToken cancellationToken)
    {
        var (language, words, indexes) = Read(question, analyses, statistics.Languages);
        var counts = await statistics.CountPassagesAsync([.. words.SelectMany(word => word.Variants)], cancellationToken).ConfigureAwait(false);
        var terms = new List<QuestionTerm>(words.Count);
        var next = 0;
        foreach (var word in words)
        {
            var frequency = 0;
            for (var i = 0; i < word.Variants.Count; i++)
            {
                frequency += counts[next++];
            }

            terms.Add(new QuestionTerm(
                word.Word, word.Info, word.Variants, word.IsFunctionWord, word.IsName, frequency,
                Rarity(frequency, statistics.PassageCount), word.IsFunctionWord ? FunctionWordWeight : 1));
        }

        return new QuestionTerms(question, language, terms, indexes, analyses, statistics.Languages);
    }

    /// <summary>Makes a query of the terms.</summary>
    /// <param name="context">Words that help to find passages but are not asked for; may be empty.</param>
    public PassageQuery ToQuery(string context)
    {
        var beside = new List<string>();
        if (context.Length > 0)
        {
            foreach (var word in Read(context, _analyses, _languages).Words)
            {
                if (!word.IsFunctionWord && word.Variants.All(variant => IndexOf(variant) < 0))
                {
                    beside.AddRange(word.Variants);
                }
            }
        }

        return new PassageQuery([.. Terms.Select(term => new QueryTerm(term.Variants, term.Frequency, term.Weight, term.IsFunctionWord))], beside);
    }

    // Each word once, with the place of each of its variants.
    private static (string Language, List<ReadWord> Words, Dictionary<string, int> Indexes) Read(
        string question, LanguageAnalyses analyses, IReadOnlyList<string> languages)
    {
        LanguageAnalysis[] present = [.. languages.DefaultIfEmpty(LanguageCode.Default).Select(analyses.Get)];
        var own = present.Length == 1 ? present[0] : GuessLanguage(question, present);
        var read = new List<ReadWord>();
        var indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        var words = new WordScanner(question);
        var isFirst = true;
        while (words.MoveNext() && read.Count < MaxTerms)
        {
            var info = own.Analyze(words.Word, words.IsPiece);
            var variants = new List<string> { info.Term };
            foreach (var analysis in present)
            {
                var variant = analysis.Analyze(words.Word, words.IsPiece).Term;
                if (!variants.Contains(variant))
                {
                    variants.Add(variant);
                }
            }

            // A word that is one of the terms already, in any language, adds its other variants to that term.
            var known = variants.Find(indexes.ContainsKey);
            var index = known is null ? read.Count : indexes[known];
            foreach (var variant in variants)
            {
                indexes.TryAdd(variant, index);
            }

            if (known is null)
            {
                var isFunctionWord = info.Cues.Has(WordCues.Function)
                    || (words.IsPiece && own.FunctionWords.Covers(question, words.Start, words.End));
                var isName = !isFunctionWord && !isFirst && !own.CapitalizesNouns && info.Cues.Has(WordCues.Capital);
                read.Add(new ReadWord(words.Word.ToString(), info, variants, isFunctionWord, isName));
            }

            isFirst = false;
        }

        return (own.Language, read, indexes);
    }

    /// <summary>
    /// Returns the inverse document frequency of BM25 (Robertson and Zaragoza 2009) in the form that is never negative. Frequencies count
    /// documents of a live index, deleted ones included until they are merged away, so they can exceed the total.
    /// </summary>
    public static double Rarity(int frequency, int total)
    {
        var all = Math.Max(Math.Max(1, total), frequency);
        return Math.Log(1 + ((all - frequency + 0.5) / (frequency + 0.5)));
    }

    // The language whose function words the question has most of, one that several have counting in parts, and whose question words and
    // script it has; the first of the index where none has any.
    private static LanguageAnalysis GuessLanguage(string question, LanguageAnalysis[] present)
    {
        var script = ScriptShares.Main(question);
        double[] votes = [.. present.Select(analysis =>
            (QuestionWords.Of(analysis.Language).KindOf(question).Phrase.Length > 0 ? 1 : 0) + (KnownLanguages.ScriptOf(analysis.Language) == script ? 0.5 : 0))];
        var words = new WordScanner(question);
        while (words.MoveNext())
        {
            var having = new List<int>(present.Length);
            for (var i = 0; i < present.Length; i++)
            {
                if (present[i].Analyze(words.Word, words.IsPiece).Cues.Has(WordCues.Function)
                    || (words.IsPiece && present[i].FunctionWords.Covers(question, words.Start, words.End)))
                {
                    having.Add(i);
                }
            }

            having.ForEach(i => votes[i] += 1.0 / having.Count);
        }

        return present[Array.IndexOf(votes, votes.Max())];
    }

    /// <summary>A word before it is weighed; see <see cref="QuestionTerm"/>.</summary>
    private sealed record ReadWord(string Word, WordInfo Info, List<string> Variants, bool IsFunctionWord, bool IsName);
}
