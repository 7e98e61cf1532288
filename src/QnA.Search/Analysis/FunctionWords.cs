using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.Bg;
using Lucene.Net.Analysis.Ca;
using Lucene.Net.Analysis.Ckb;
using Lucene.Net.Analysis.Cz;
using Lucene.Net.Analysis.Da;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.El;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Eu;
using Lucene.Net.Analysis.Fa;
using Lucene.Net.Analysis.Fi;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Ga;
using Lucene.Net.Analysis.Gl;
using Lucene.Net.Analysis.Hi;
using Lucene.Net.Analysis.Hu;
using Lucene.Net.Analysis.Hy;
using Lucene.Net.Analysis.Id;
using Lucene.Net.Analysis.It;
using Lucene.Net.Analysis.Lv;
using Lucene.Net.Analysis.Nl;
using Lucene.Net.Analysis.No;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Analysis.Ro;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Analysis.Sv;
using Lucene.Net.Analysis.Tr;
using Lucene.Net.Analysis.Util;
using QnA.Search.Lexicon;

namespace QnA.Search.Analysis;

/// <summary>Words that shape a sentence of one language but do not say what it is about.</summary>
internal sealed class FunctionWords
{
    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly string[] _phrases;
    private readonly string _language;

    /// <summary>Creates the function words of a language.</summary>
    /// <param name="language">Two or three lower-case letters (ISO 639).</param>
    public FunctionWords(string language)
    {
        _language = language;
        if (StopWords(language) is { } stopWords)
        {
            _words.UnionWith(stopWords);
        }

        var own = QuestionWords.Of(language).FunctionWords;
        _words.UnionWith(own);
        _phrases = [.. own.Where(word => Scripts.IsUnspaced(word[0]))];
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Gets the words; of languages without spaces, phrases.</summary>
    public IReadOnlyCollection<string> All => _words;

    /// <summary>Tells whether a word, as the person wrote it, only shapes the sentence.</summary>
    /// <remarks>A word in capitals among others is a name: "US" is no "us".</remarks>
    public bool Contains(ReadOnlySpan<char> word) =>
        _lookup.Contains(word) && !(word.Length > 1 && char.IsUpper(word[0]) && char.IsUpper(word[1]));

    /// <summary>Tells whether a piece of a text without spaces only shapes the sentence.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the piece starts.</param>
    /// <param name="end">Where it ends, exclusive.</param>
    /// <returns>
    /// Whether it lies within a phrase that does; in Korean also where it has a particle in it, in Japanese where it is Hiragana and a
    /// phrase has a part of it: the pairs at the edges of particles and endings say as little as those within.
    /// </returns>
    public bool Covers(string text, int start, int end) =>
        IsWithinPhrase(text, start, end)
        || (_language == "ko" && KoreanParticles.IsSyllable(text[start]) && KoreanParticles.HasParticle(text, start, end))
        || (_language == "ja" && Scripts.IsHiragana(text[start]) && Enumerable.Range(start, end - start).Any(at => IsWithinPhrase(text, at, at + 1)));

    private bool IsWithinPhrase(string text, int start, int end)
    {
        foreach (var phrase in _phrases)
        {
            for (var at = text.IndexOf(phrase, Math.Max(0, end - phrase.Length), StringComparison.Ordinal);
                at >= 0 && at <= start;
                at = text.IndexOf(phrase, at + 1, StringComparison.Ordinal))
            {
                if (at + phrase.Length >= end)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static CharArraySet? StopWords(string language) => language switch
    {
        "ar" => ArabicAnalyzer.DefaultStopSet,
        "bg" => BulgarianAnalyzer.DefaultStopSet,
        "ca" => CatalanAnalyzer.DefaultStopSet,
        "ckb" => SoraniAnalyzer.DefaultStopSet,
        "cs" => CzechAnalyzer.DefaultStopSet,
        "da" => DanishAnalyzer.DefaultStopSet,
        "de" => GermanAnalyzer.DefaultStopSet,
        "el" => GreekAnalyzer.DefaultStopSet,
        "es" => SpanishAnalyzer.DefaultStopSet,
        "eu" => BasqueAnalyzer.DefaultStopSet,
        "fa" => PersianAnalyzer.DefaultStopSet,
        "fi" => FinnishAnalyzer.DefaultStopSet,
        "fr" => FrenchAnalyzer.DefaultStopSet,
        "ga" => IrishAnalyzer.DefaultStopSet,
        "gl" => GalicianAnalyzer.DefaultStopSet,
        "hi" => HindiAnalyzer.DefaultStopSet,
        "hu" => HungarianAnalyzer.DefaultStopSet,
        "hy" => ArmenianAnalyzer.DefaultStopSet,
        "id" => IndonesianAnalyzer.DefaultStopSet,
        "it" => ItalianAnalyzer.DefaultStopSet,
        "lv" => LatvianAnalyzer.DefaultStopSet,
        "nl" => DutchAnalyzer.DefaultStopSet,
        "no" or "nb" or "nn" => NorwegianAnalyzer.DefaultStopSet,
        "pt" => PortugueseAnalyzer.DefaultStopSet,
        "ro" => RomanianAnalyzer.DefaultStopSet,
        "ru" => RussianAnalyzer.DefaultStopSet,
        "sv" => SwedishAnalyzer.DefaultStopSet,
        "tr" => TurkishAnalyzer.DefaultStopSet,
        _ => null,
    };
}
