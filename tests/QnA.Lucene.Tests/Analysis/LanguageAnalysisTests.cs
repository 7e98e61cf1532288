using QnA.Answering.Analysis;
using QnA.Lucene.Analysis;
using QnA.Text;
using QnA.Text.Words;

namespace QnA.Lucene.Tests.Analysis;

public sealed class LanguageAnalysisTests
{
    [Theory]
    [InlineData("en", "bridges", "bridge")]
    [InlineData("en", "Mayor's", "mayor")]
    [InlineData("en", "U.S", "us")]
    [InlineData("de", "Häuser", "Haus")]
    [InlineData("es", "faroles", "farol")]
    [InlineData("fr", "l'hôpital", "hopital")]
    [InlineData("it", "dell'acqua", "acqua")]
    [InlineData("ru", "городами", "город")]
    [InlineData("tr", "Ankara'nın", "ankara")]
    [InlineData("ar", "الكتاب", "كتاب")]
    [InlineData("hi", "१९५०", "1950")]
    [InlineData("xx", "Ångström", "angstrom")]
    [InlineData("bg", "запалена", "запалили")]
    [InlineData("bn", "খিলানগুলোকে", "খিলান")]
    [InlineData("bn", "টাওয়ারের", "টাওয়ারটির")]
    [InlineData("bs", "gradovima", "gradu")]
    [InlineData("et", "majades", "majade")]
    [InlineData("fa", "برج‌های", "برج")]
    [InlineData("fa", "كتاب", "کتاب‌ها")]
    [InlineData("fi", "ostettiin", "ostettu")]
    [InlineData("fi", "taloissamme", "talo")]
    [InlineData("fi", "käsikirjoitukset", "käsikirjoitus")]
    [InlineData("gu", "શહેરોમાં", "શહેર")]
    [InlineData("he", "המגדלור", "למגדלור")]
    [InlineData("he", "מדרגות", "המדרגה")]
    [InlineData("hr", "svjetionika", "svjetionik")]
    [InlineData("hr", "uništeni", "uništila")]
    [InlineData("kn", "ನಗರದಲ್ಲಿ", "ನಗರ")]
    [InlineData("lt", "miestuose", "miestas")]
    [InlineData("ml", "നഗരത്തിൽ", "നഗരം")]
    [InlineData("mr", "शहरात", "शहराला")]
    [InlineData("ne", "शहरहरूको", "शहर")]
    [InlineData("pl", "zbudowany", "zbudowała")]
    [InlineData("pl", "książkami", "ksiazka")]
    [InlineData("sl", "mestih", "mesta")]
    [InlineData("sr", "светионика", "svetionik")]
    [InlineData("sr", "Џезва", "džezvu")]
    [InlineData("ta", "கோபுரத்தைக்", "கோபுரம்")]
    [InlineData("te", "గోపురాన్ని", "గోపురం")]
    [InlineData("uk", "зруйновано", "зруйнувала")]
    [InlineData("uk", "в'їздами", "в’їзд")]
    [InlineData("ur", "محرابوں", "محرابیں")]
    [InlineData("en", "wrote", "write")]
    [InlineData("en", "Children", "child's")]
    [InlineData("de", "schrieb", "schreiben")]
    [InlineData("de", "eröffnet", "eröffnete")]
    [InlineData("es", "murió", "morir")]
    [InlineData("es", "fundada", "fundó")]
    [InlineData("fr", "naquit", "née")]
    [InlineData("it", "scritta", "scrisse")]
    [InlineData("it", "fondò", "fondata")]
    [InlineData("nl", "geschreven", "schreef")]
    [InlineData("nb", "skrev", "skrive")]
    [InlineData("pt", "escrito", "escrever")]
    [InlineData("sv", "vunnit", "vann")]
    [InlineData("da", "fandt", "finde")]
    [InlineData("fi", "taloissa", "talot")]
    [InlineData("hu", "házak", "házakban")]
    public void Analyze_FormsOfOneWord_HaveOneTerm(string language, string one, string other)
    {
        using var analysis = new LanguageAnalysis(language, new LuceneStemmer(language));

        Assert.Equal(analysis.Analyze(one, isPiece: false).Term, analysis.Analyze(other, isPiece: false).Term);
    }

    [Theory]
    [InlineData("nl", "tweehonderdveertien", true)]
    [InlineData("fi", "kaksisataaneljätoista", true)]
    [InlineData("hu", "kétszáztizennégy", true)]
    [InlineData("sv", "tvåhundrafjorton", true)]
    [InlineData("da", "fireogtyve", true)]
    [InlineData("nl", "achterhoek", false)]
    [InlineData("de", "kaksisataaneljätoista", false)]
    [InlineData("fr", "sadan", false)]
    public void Analyze_WordMadeOfNumbersOfItsLanguage_IsANumber(string language, string word, bool isNumber)
    {
        using var analysis = new LanguageAnalysis(language, new LuceneStemmer(language));

        Assert.Equal(isNumber, analysis.Analyze(word, isPiece: false).Cues.Has(WordCues.NumberWord));
    }

    [Theory]
    [InlineData("ja", "三千", WordCues.NumberWord)]
    [InlineData("ja", "ため", WordCues.Cause)]
    [InlineData("ko", "삼천", WordCues.NumberWord)]
    [InlineData("ko", "때문", WordCues.Cause)]
    [InlineData("zh", "三千", WordCues.None)]
    public void Analyze_PieceOfATextWithoutSpaces_HasTheCuesOfItsLanguage(string language, string piece, object cues)
    {
        using var analysis = new LanguageAnalysis(language, new LuceneStemmer(language));

        Assert.Equal(cues, analysis.Analyze(piece, isPiece: true).Cues);
    }

    [Theory]
    [InlineData("ko", "등대는 누가 지었습니까", "등대 지었")]
    [InlineData("ko", "나이가 몇 살입니까", "나이 살")]
    [InlineData("ko", "집은 어디에 있나요", "집")]
    [InlineData("ja", "ひまわりはいつ咲きますか", "ひま まわ わり 咲")]
    [InlineData("ja", "カードをどこで買いましたか", "カー ード 買")]
    public void Covers_PiecesOfAQuestion_LeavesThoseThatSayWhatItIsAbout(string language, string question, string content)
    {
        using var analysis = new LanguageAnalysis(language, new LuceneStemmer(language));
        var left = new List<string>();
        var words = new WordScanner(question);
        while (words.MoveNext())
        {
            if (!analysis.FunctionWords.Contains(words.Word) && !analysis.FunctionWords.Covers(question, words.Start, words.End))
            {
                left.Add(words.Word.ToString());
            }
        }

        Assert.Equal(content, string.Join(' ', left));
    }

    [Fact]
    public void Analyze_CapitalsOfAFunctionWord_AreAName()
    {
        using var analysis = new LanguageAnalysis("en", new LuceneStemmer("en"));

        Assert.True(analysis.Analyze("us", isPiece: false).Cues.Has(WordCues.Function));
        Assert.False(analysis.Analyze("US", isPiece: false).Cues.Has(WordCues.Function));
    }

    [Theory]
    [InlineData("pt-BR", "pt")]
    [InlineData("ZH_hans", "zh")]
    [InlineData(null, "en")]
    [InlineData("english", "en")]
    public void CodeOf_Tag_IsItsLanguage(string? tag, string code) => Assert.Equal(code, LanguageCode.Of(tag));
}
