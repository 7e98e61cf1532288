using QnA.Languages;

namespace QnA.Cli.Tests;

public sealed class LanguageDetectorTests
{
    private readonly LinguaLanguageDetector _detector = new();

    [Theory]
    [InlineData("no", "Det gamle fyrtårnet ble bygget av folk fra landsbyen, og det har vært åpent for besøkende siden den gang. Nå eies det av kommunen.")]
    [InlineData("da", "Det gamle fyrtårn blev bygget af folk fra landsbyen, og det har været åbent for besøgende siden dengang. Nu ejes det af kommunen.")]
    public void Detect_NearLanguages_TellsThemApart(string language, string text) => Assert.Equal(language, _detector.Detect(text, ["da", "no", "sv"]));

    [Fact]
    public void Detect_NothingToTell_IsNull() => Assert.Null(_detector.Detect("1234 5678", ["da", "no", "sv"]));

    [Fact]
    public void Detect_NoChoiceThatIsKnown_IsNull() => Assert.Null(_detector.Detect("O vello faro foi construído pola xente da vila.", ["gl", "xx"]));
}
