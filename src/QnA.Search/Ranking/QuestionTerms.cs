using QnA.Search.Analysis;
using QnA.Search.Index;
using LuceneTerm = Lucene.Net.Index.Term;

namespace QnA.Search.Ranking;

/// <summary>A term of a question and how much it says.</summary>
/// <param name="Text">The term.</param>
/// <param name="Word">The word as the person wrote it.</param>
/// <param name="IsFunctionWord">Whether it only shapes the question.</param>
/// <param name="Frequency">How many passages have it in their text or titles.</param>
/// <param name="Weight">How much it counts beside its rarity: 1, or less for function words.</param>
/// <param name="Mass">Weight × rarity: what a place gains by having it.</param>
internal sealed record QuestionTerm(string Text, string Word, bool IsFunctionWord, int Frequency, double Weight, double Mass);

/// <summary>The terms of a question, each once, weighed by the index that is searched.</summary>
internal sealed class QuestionTerms
{
    // Function words help to tell "who was" from "when was" but must not outweigh names: 0.3 did best, against 0 and 1.
    private const double FunctionWordWeight = 0.3;

    private QuestionTerms(IReadOnlyList<QuestionTerm> terms)
    {
        Terms = terms;
        Mass = terms.Sum(t => t.Mass);
        ContentMass = terms.Where(t => !t.IsFunctionWord).Sum(t => t.Mass);
        Indexes = terms.Select((term, i) => (term.Text, i)).ToDictionary(pair => pair.Text, pair => pair.i, StringComparer.Ordinal);
    }

    /// <summary>Gets the terms in the question's order.</summary>
    public IReadOnlyList<QuestionTerm> Terms { get; }

    /// <summary>Gets the places of the terms in <see cref="Terms"/>.</summary>
    public IReadOnlyDictionary<string, int> Indexes { get; }

    /// <summary>Gets the mass of all terms.</summary>
    public double Mass { get; }

    /// <summary>Gets the mass of the terms that say what the question is about.</summary>
    public double ContentMass { get; }

    /// <summary>Gets whether any term says what the question is about.</summary>
    public bool HasContent => ContentMass > 0;

    /// <summary>Gets the words of the question that no passage has, in the question's order.</summary>
    public IReadOnlyList<string> MissingWords =>
        [.. Terms.Where(t => !t.IsFunctionWord && t.Frequency == 0).Select(t => t.Word).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Weighs the terms of a question.</summary>
    public static QuestionTerms Of(string question, TermExtractor extractor, PassageSearcher searcher)
    {
        var reader = searcher.IndexReader;
        var passages = Math.Max(1, searcher.Statistics.Passages);
        var terms = new List<QuestionTerm>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var term in extractor.Extract(question))
        {
            if (!seen.Add(term.Text))
            {
                continue;
            }

            var word = question[term.Start..term.End];
            var isFunctionWord = FunctionWords.Contains(word) || FunctionWords.Contains(term.Text);
            var frequency = Math.Max(
                reader.DocFreq(new LuceneTerm(IndexFields.Text, term.Text)), reader.DocFreq(new LuceneTerm(IndexFields.Title, term.Text)));
            var weight = isFunctionWord ? FunctionWordWeight : 1;
            terms.Add(new QuestionTerm(term.Text, word, isFunctionWord, frequency, weight, weight * Rarity(frequency, passages)));
        }

        return new QuestionTerms(terms);
    }

    // The inverse document frequency of BM25 (Robertson and Zaragoza 2009) in the form that is never negative. Frequencies count
    // documents of a live index, deleted ones included until they are merged away, so they can exceed the passages.
    private static double Rarity(int frequency, int passages)
    {
        var total = Math.Max(passages, frequency);
        return Math.Log(1 + ((total - frequency + 0.5) / (frequency + 0.5)));
    }
}
