using QnA.Answering.Questions;

namespace QnA.Answering.Tests.Questions;

public sealed class ComparisonTests
{
    [Theory]
    [InlineData("en", "Which is higher, the Anna Tower or Elm Hall?", "how high is the Anna Tower", "how high is Elm Hall")]
    [InlineData("en", "Which town is the oldest, Elm, Holm or Birk?", "how old is Elm", "how old is Holm", "how old is Birk")]
    [InlineData("en", "Is the Anna Bridge or the Holm Bridge older?", "how old is the Anna Bridge", "how old is the Holm Bridge")]
    [InlineData("en", "Is the bridge or the tunnel longer?", "how long is the bridge", "how long is the tunnel")]
    [InlineData("en", "Which costs less, the ferry or the night tram?", "Which costs less, the ferry?", "Which costs less, the night tram?")]
    [InlineData("en", "How do the ferry and the tram differ in price?", "what is price the ferry", "what is price the tram")]
    [InlineData("en", "What is the difference between Elm Hall and Birk Hall?", "what is Elm Hall", "what is Birk Hall")]
    [InlineData("en", "What is the main difference in price between the ferry and the night tram?", "what is price the ferry", "what is price the night tram")]
    [InlineData("en", "Where are Elm Hall and Birk Hall?", "Where are Elm Hall?", "Where are Birk Hall?")]
    [InlineData("en", "What are the populations of Elmland and Holmia?", "What are the populations of Elmland?", "What are the populations of Holmia?")]
    [InlineData("en", "How many people live in Elmland, Holmia and Birkland?", "How many people live in Elmland?", "How many people live in Holmia?", "How many people live in Birkland?")]
    [InlineData("en", "How old are Ada Holm and Karl Birk?", "How old are Ada Holm?", "How old are Karl Birk?")]
    [InlineData("en", "When were Elm Hall and Birk Hall built?", "When were Elm Hall built?", "When were Birk Hall built?")]
    [InlineData("de", "Was ist höher, der Annaturm oder die Elmhalle?", "wie hoch ist der Annaturm", "wie hoch ist die Elmhalle")]
    [InlineData("de", "Worin unterscheiden sich die Fähre und die Nachtbahn?", "was ist die Fähre", "was ist die Nachtbahn")]
    [InlineData("es", "¿Cuál es más alta, la torre Anna o la torre Elm?", "¿Cuál es más alta, la torre Anna?", "¿Cuál es más alta, la torre Elm?")]
    [InlineData("fr", "Quelle est la différence entre le bac et le tram ?", "qu'est-ce que le bac", "qu'est-ce que le tram")]
    [InlineData("it", "Qual è la differenza tra il traghetto e il tram?", "che cos'è il traghetto", "che cos'è il tram")]
    public void Of_SeveralThings_AsksOfEach(string language, string question, params string[] parts) =>
        Assert.Equal(parts, Comparison.Of(question, language)?.Parts ?? []);

    [Theory]
    [InlineData("Who built the Anna Bridge and the Holm Bridge?")]
    [InlineData("When did Elmland and Holmia sign the treaty?")]
    [InlineData("When did the union between Elmland and Holmia end?")]
    [InlineData("Who was the king of Elmland and Holmia?")]
    [InlineData("Is the focus on the Anna Bridge high or low?")]
    [InlineData("Is the Anna Bridge or the Holm Bridge open?")]
    [InlineData("Who wrote The Tide, Ada or her brother?")]
    [InlineData("Which firm owns the ferry and the tram?")]
    [InlineData("What method is used to measure or count the ships?")]
    [InlineData("What are the names of the captain and the mate?")]
    [InlineData("Which is bigger, North or South Elmland?")]
    [InlineData("When was the First and Second Elm War?")]
    [InlineData("Who were the winners of the first and second prizes?")]
    [InlineData("What rank were Ada Holm and Karl Birk?")]
    [InlineData("How were Elmland and Holmia united?")]
    [InlineData("What is the difference that Ada Holm and Karl Birk wrote about?")]
    [InlineData("What are the sons of Ada Holm and Karl Birk famous for?")]
    [InlineData("Which is higher, Elm or Elm?")]
    [InlineData("or")]
    [InlineData("A or")]
    [InlineData("")]
    public void Of_OneQuestion_GivesNone(string question) => Assert.Null(Comparison.Of(question, "en"));

    [Theory]
    [InlineData("it", "Le volpi e i cani appartengono al gruppo?")]
    [InlineData("it", "Qual è la differenza tra il mulino e la torre di Elmopoli?")]
    [InlineData("de", "Wo trafen sich Elmland und Holmia?")]
    public void Of_OneQuestionInAnotherLanguage_GivesNone(string language, string question) => Assert.Null(Comparison.Of(question, language));

    [Fact]
    public void Of_LanguageWithoutWords_GivesNone() => Assert.Null(Comparison.Of("Which is higher, Elm Hall or Birk Hall?", "xx"));
}
