using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using QnA.Answering.Lexicon;
using QnA.Text.Likeness;
using QnA.Text;
using QnA.Text.Words;

namespace QnA.Answering.Analysis;

/// <summary>Makes the search terms of one language: the same for articles and questions.</summary>
/// <remarks>
/// What a word becomes is remembered, because stemming costs a hundred times what a look-up does. Safe for concurrent use.
/// </remarks>
internal sealed class LanguageAnalysis : IDisposable
{
    // About the words that a person reads in a year; some 8 MB where full. What is over starts afresh.
    private const int MaxRemembered = 65_536;

    private readonly IStemmer _stemmer;
    private readonly FunctionWords _functionWords;
    private ConcurrentDictionary<string, WordInfo> _remembered = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>Creates the analysis of a language.</summary>
    /// <param name="language">Two or three lower-case letters (ISO 639).</param>
    /// <param name="stemmer">The stemmer of the language; disposed with the analysis where it can be.</param>
    public LanguageAnalysis(string language, IStemmer stemmer)
    {
        _stemmer = stemmer;
        Language = language;
        _functionWords = new FunctionWords(language);
    }

    /// <summary>Gets the language.</summary>
    public string Language { get; }

    /// <summary>Gets the words that only shape a sentence.</summary>
    public FunctionWords FunctionWords => _functionWords;

    /// <summary>Gets whether every noun is written with a capital letter, so that one tells no name.</summary>
    public bool CapitalizesNouns => LanguageCode.CapitalizesNouns(Language);

    /// <summary>Returns what is known of a word.</summary>
    /// <param name="word">The word as it is written.</param>
    /// <param name="isPiece">Whether it is a piece of a run that has no spaces.</param>
    public WordInfo Analyze(ReadOnlySpan<char> word, bool isPiece)
    {
        var remembered = _remembered;
        if (remembered.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var known))
        {
            return known;
        }

        var text = word.ToString();
        var info = isPiece ? Make(text, text.Normalize(NormalizationForm.FormKC), CueWords.OfPiece(text, Language), default) : Make(text);
        if (Interlocked.Increment(ref _count) > MaxRemembered)
        {
            Interlocked.Exchange(ref _count, 0);
            _remembered = remembered = new ConcurrentDictionary<string, WordInfo>(StringComparer.Ordinal);
        }

        remembered.TryAdd(text, info);
        return info;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        (_stemmer as IDisposable)?.Dispose();
    }

    private WordInfo Make(string word)
    {
        var cues = CueWords.Of(word, Language) | (_functionWords.Contains(word) ? WordCues.Function : WordCues.None);
        var letters = TrigramSet.Of(Folding.Fold(word.ToLowerInvariant()));
        return Make(word, MakeTerm(word), cues, letters);
    }

    private static WordInfo Make(string word, string term, WordCues cues, TrigramSet letters) =>
        new(term, cues, letters, Encoding.UTF8.GetBytes(term), SketchedWord.Of(word));

    private string MakeTerm(string word)
    {
        // Digits of any script are the same numbers.
        if (char.IsDigit(word[0]))
        {
            word = string.Concat(word.Select(c => char.IsDigit(c) ? (char)('0' + (int)CharUnicodeInfo.GetDecimalDigitValue(c)) : c));
        }

        // "U.S" is "US"; points between letters are left in initials only (see WordScanner).
        if (word.Length > 2 && word[1] == '.' && !char.IsDigit(word[0]))
        {
            word = word.Replace(".", "", StringComparison.Ordinal);
        }

        return _stemmer.TermOf(word);
    }
}
