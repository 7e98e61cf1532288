using Moq;
using QnA.Text.Detection;

namespace QnA.Text.Tests.Detection;

public sealed class TextLanguagesTests
{
    private readonly Mock<ILanguageDetector> _detector = new();

    [Theory]
    [InlineData("en", "The old lighthouse was built by the people of the village, and it has been open to visitors since then.")]
    [InlineData("de", "Der alte Leuchtturm wurde von den Bewohnern des Dorfes gebaut und ist seitdem für die Besucher geöffnet.")]
    [InlineData("fr", "Le vieux phare a été construit par les habitants du village, et il est ouvert aux visiteurs depuis ce temps.")]
    [InlineData("el", "Ο παλιός φάρος")]
    [InlineData("th", "ประภาคารเก่า")]
    [InlineData("ko", "오래된 등대는 마을 사람들이 지었다.")]
    [InlineData("ja", "古い灯台は村の人々が建てた。")]
    [InlineData("zh", "旧灯塔是村民建造的。")]
    public void Of_ScriptOrFrequentWordsTell_FindsItWithoutTheDetector(string language, string text)
    {
        Assert.Equal(language, Of(text));
        _detector.VerifyNoOtherCalls();
    }

    [Fact]
    public void Of_WordsOfNearLanguages_AsksTheDetectorAmongThem()
    {
        IReadOnlyCollection<string>? asked = null;
        _detector.Setup(d => d.Detect(It.IsAny<string>(), It.IsAny<IReadOnlyCollection<string>>()))
            .Callback((string _, IReadOnlyCollection<string> among) => asked = among).Returns("no");

        Assert.Equal("no", Of("Det gamle fyrtårnet ble bygget av folk fra landsbyen, og det har vært åpent for alle som vil se det siden den gang."));

        Assert.NotNull(asked);
        Assert.Contains("no", asked);
        Assert.DoesNotContain("en", asked);
    }

    [Theory]
    [InlineData("Widget")]
    [InlineData("12 | 14.5 | 17\n18 | 19.25 | 20\nQ1 | Q2 | Q3")]
    public void Of_NoProse_IsUnknown(string text) => Assert.Null(Of(text));

    [Fact]
    public void Of_StatedLanguage_StaysWhateverTheTextIs() =>
        Assert.Equal("pt-BR", new TextLanguages([], null).Of("pt-BR", "The people of the village have built it for all of us."));

    [Fact]
    public void Of_NoProseAndLanguagesSet_IsTheFirstOfThem() => Assert.Equal("de", Of("Widget", "de", "fr"));

    [Fact]
    public void Of_OneLanguageSet_IsThatOne() => Assert.Equal("sv", Of("The old lighthouse was built by the people of the village.", "sv"));

    private string? Of(string text, params string[] plausible) => new TextLanguages(plausible, _detector.Object).Of(null, text);
}
