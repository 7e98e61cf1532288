using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.Bg;
using Lucene.Net.Analysis.Ckb;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Cz;
using Lucene.Net.Analysis.El;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Fa;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Ga;
using Lucene.Net.Analysis.Gl;
using Lucene.Net.Analysis.Hi;
using Lucene.Net.Analysis.Id;
using Lucene.Net.Analysis.In;
using Lucene.Net.Analysis.Lv;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Analysis.Snowball;
using Lucene.Net.Analysis.Tr;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;
using QnA.Text.Words;
using ElisionFilter = Lucene.Net.Analysis.Util.ElisionFilter;

namespace QnA.Lucene.Analysis;

/// <summary>The filters that make the term of a word, for each language that Lucene.NET has some for.</summary>
internal static class LanguageFilters
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    // Articles and prepositions that Italian and Catalan join to the next word; French and Irish have theirs in Lucene.NET.
    private static readonly CharArraySet ItalianArticles = Articles(
        "c", "l", "all", "dall", "dell", "nell", "sull", "coll", "pell", "gl", "agl", "dagl", "degl", "negl", "sugl", "un", "m", "t", "s", "v", "d");

    private static readonly CharArraySet CatalanArticles = Articles("d", "l", "m", "n", "s", "t");

    /// <summary>Adds the filters of a language, without folding.</summary>
    /// <param name="language">Two or three lower-case letters (ISO 639).</param>
    /// <param name="word">A stream of single words.</param>
    /// <remarks>
    /// Where Lucene.NET has a light stemmer and one of the Snowball project, the latter: it also knows the endings of verbs, which questions have in
    /// other forms than articles. Russian is the exception; docs/ranking.md has what was measured.
    /// </remarks>
    public static TokenStream Add(string language, TokenStream word) => language switch
    {
        "ar" => new ArabicStemFilter(new ArabicNormalizationFilter(Lower(word))),
        "bg" => Endings(language, new BulgarianStemFilter(Lower(word))),
        "ca" => new SnowballFilter(new ElisionFilter(Lower(word), CatalanArticles), "Catalan"),
        "ckb" => new SoraniStemFilter(new SoraniNormalizationFilter(Lower(word))),
        "cs" or "sk" => new CzechStemFilter(Lower(word)),
        "da" => Snowball("Danish", "da", Lower(word)),
        "de" => Snowball("German2", "de", Lower(word)),
        "el" => new GreekStemFilter(new GreekLowerCaseFilter(Version, word)),
        "en" => new PorterStemFilter(new IrregularFormFilter("en", Lower(new EnglishPossessiveFilter(Version, word)))),
        "es" => Snowball("Spanish", "es", Lower(word)),
        "eu" => new SnowballFilter(Lower(word), "Basque"),
        "fa" or "ur" => Endings(language, new PersianNormalizationFilter(new ArabicNormalizationFilter(Lower(word)))),
        "fi" => Endings(language, new SnowballFilter(Lower(word), "Finnish")),
        "fr" => Snowball("French", "fr", Lower(new ElisionFilter(word, FrenchAnalyzer.DEFAULT_ARTICLES))),
        "ga" => new SnowballFilter(new IrishLowerCaseFilter(word), "Irish"),
        "gl" => new GalicianStemFilter(Lower(word)),
        "hi" => new HindiStemFilter(new HindiNormalizationFilter(new IndicNormalizationFilter(Lower(word)))),
        "bn" or "gu" or "kn" or "ml" or "mr" or "ne" or "or" or "pa" or "ta" or "te" => Endings(language, new IndicNormalizationFilter(Lower(word))),
        "hu" => new SnowballFilter(Lower(word), "Hungarian"),
        "hy" => new SnowballFilter(Lower(word), "Armenian"),
        "id" or "ms" => new IndonesianStemFilter(Lower(word)),
        "it" => Snowball("Italian", "it", new ElisionFilter(Lower(word), ItalianArticles)),
        "lv" => new LatvianStemFilter(Lower(word)),
        "nl" => Snowball("Dutch", "nl", Lower(word)),
        "no" or "nb" or "nn" => Snowball("Norwegian", "no", Lower(word)),
        "pt" => Snowball("Portuguese", "pt", Lower(word)),
        "ro" => new SnowballFilter(Lower(word), "Romanian"),
        "ru" or "be" => new RussianLightStemFilter(Lower(word)),
        "sr" => Endings(language, new SerbianLatinFilter(Lower(word))),
        "sv" => Snowball("Swedish", "sv", Lower(word)),
        "tr" or "az" => new SnowballFilter(new TurkishLowerCaseFilter(new ApostropheFilter(word)), "Turkish"),
        _ => Endings(language, Lower(word)),
    };

    private static TokenStream Endings(string language, TokenStream word) =>
        WordEndings.Of(language) is { } endings ? new WordEndingsFilter(word, endings) : word;

    private static SnowballFilter Snowball(string name, string language, TokenStream lower) => new(new IrregularFormFilter(language, lower), name);

    private static LowerCaseFilter Lower(TokenStream word) => new(Version, word);

    private static CharArraySet Articles(params string[] words) => new(Version, words, ignoreCase: true);
}
