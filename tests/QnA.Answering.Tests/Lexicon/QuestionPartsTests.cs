using QnA.Answering.Lexicon;
using QnA.Text.Words;

namespace QnA.Answering.Tests.Lexicon;

public sealed class QuestionPartsTests
{
    [Theory]
    [InlineData("en", "Who built the bridge and what does the tram cost?", "Who built the bridge", "what does the tram cost")]
    [InlineData("en", "Who built the bridge? When did the tram open?", "Who built the bridge", "When did the tram open")]
    [InlineData("en", "When and where was Ada Holm born?", "When was Ada Holm born", "where was Ada Holm born")]
    [InlineData("en", "When was the bridge built, and by whom?", "When was the bridge built", "by whom was the bridge built")]
    [InlineData("en", "Who built the Anna Bridge and when did it open?", "Who built the Anna Bridge", "when did it open Anna Bridge")]
    [InlineData("en", "Who built the bridge and when did it open?", "Who built the bridge", "when did it open built bridge")]
    [InlineData("de", "Wer baute die Brücke und was kostet die Straßenbahn?", "Wer baute die Brücke", "was kostet die Straßenbahn")]
    [InlineData("es", "¿Quién construyó el puente y cuánto cuesta el tranvía?", "¿Quién construyó el puente", "cuánto cuesta el tranvía")]
    [InlineData("tr", "Köprüyü kim yaptı ve tramvay ne zaman açıldı?")]
    [InlineData("tr", "Köprüyü kim yaptı ve ne zaman tramvay açıldı?", "Köprüyü kim yaptı", "ne zaman tramvay açıldı")]
    [InlineData("ar", "من بنى الجسر ومتى افتتح الترام؟", "من بنى الجسر", "متى افتتح الترام")]
    [InlineData("zh", "谁建造了这座桥？电车什么时候开通？", "谁建造了这座桥", "电车什么时候开通")]
    public void Of_Question_GivesItsParts(string language, string question, params string[] parts) => Assert.Equal(parts, Split(question, language));

    [Theory]
    [InlineData("Who built the bridge?")]
    [InlineData("Who built the bridge and the harbour?")]
    [InlineData("Which firm built the bridge and is older than the town?")]
    [InlineData("Who is the woman who built the bridge and who lived in the town?")]
    [InlineData("The tram joins the harbour and which quarter?")]
    [InlineData("Between what and what is the bridge?")]
    [InlineData("Tell me about the bridge and what it is for")]
    [InlineData("Is the bridge open and is the tram free?")]
    [InlineData("Who built the bridge??")]
    [InlineData("Who? What? When? Where?")]
    [InlineData("and")]
    [InlineData("")]
    public void Of_QuestionOfOneThing_GivesNone(string question) => Assert.Empty(Split(question, "en"));

    private static IReadOnlyList<string> Split(string question, string language)
    {
        var functionWords = new FunctionWords(language);
        return QuestionParts.Of(question, language, word => functionWords.Contains(word));
    }
}
