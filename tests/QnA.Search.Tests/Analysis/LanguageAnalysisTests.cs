using QnA.Search.Analysis;

namespace QnA.Search.Tests.Analysis;

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
        using var analysis = new LanguageAnalysis(language);

        Assert.Equal(analysis.Analyze(one, isPiece: false).Term, analysis.Analyze(other, isPiece: false).Term);
    }

    [Fact]
    public void Analyze_CapitalsOfAFunctionWord_AreAName()
    {
        using var analysis = new LanguageAnalysis("en");

        Assert.True(analysis.Analyze("us", isPiece: false).Cues.Has(WordCues.Function));
        Assert.False(analysis.Analyze("US", isPiece: false).Cues.Has(WordCues.Function));
    }

    [Theory]
    [InlineData("pt-BR", "pt")]
    [InlineData("ZH_hans", "zh")]
    [InlineData(null, "en")]
    [InlineData("english", "en")]
    public void CodeOf_Tag_IsItsLanguage(string? tag, string code) => Assert.Equal(code, Languages.CodeOf(tag));
}
