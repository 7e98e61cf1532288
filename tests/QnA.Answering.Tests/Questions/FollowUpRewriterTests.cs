using QnA.Answering.Questions;
using QnA.Core.Questions;

namespace QnA.Answering.Tests.Questions;

public sealed class FollowUpRewriterTests
{
    private readonly FollowUpRewriter _rewriter = new();

    [Theory]
    [InlineData("Where is the Anna Bridge?", "When was it built?", "When was it (the Anna Bridge) built?")]
    [InlineData("When did the Anna Bridge open?", "Who designed it?", "Who designed it (the Anna Bridge)?")]
    [InlineData("When did the bridge open?", "Who designed it?", "Who designed it (the bridge)?")]
    [InlineData("When was the night tram extended?", "What does it cost?", "What does it (the night tram) cost?")]
    [InlineData("Who owns the night tram?", "How long is its route?", "How long is its (the night tram) route?")]
    [InlineData("What is Elmland?", "What is its capital?", "What is its (Elmland) capital?")]
    [InlineData("How many people live in Elmland?", "What is its capital?", "What is its (Elmland) capital?")]
    [InlineData("What is the height of the Anna Tower?", "When was it built?", "When was it (the Anna Tower) built?")]
    [InlineData("Who is the king of Elmland?", "What is its capital?", "What is its (Elmland) capital?")]
    [InlineData("Who is the king of Elmland?", "When was he born?", "When was he (the king of Elmland) born?")]
    [InlineData("Holmia", "What is its capital?", "What is its (Holmia) capital?")]
    [InlineData("Tell me about Holmia.", "What is its capital?", "What is its (Holmia) capital?")]
    [InlineData("who was ada holm", "Where did she live?", "Where did she (ada holm) live?")]
    [InlineData("What is the refund policy?", "Does it cover tickets?", "Does it (the refund policy) cover tickets?")]
    [InlineData("What happens if I miss the deadline?", "Can it be extended?", "Can it (the deadline) be extended?")]
    [InlineData("Who was Ada Holm?", "Where did she live?", "Where did she (Ada Holm) live?")]
    [InlineData("What did Ada Holm invent?", "Where was she born?", "Where was she (Ada Holm) born?")]
    [InlineData("When was Holm born?", "How many years did his journey last?", "How many years did his (Holm) journey last?")]
    [InlineData("When was Holm born?", "Can you tell me about his early life?", "Can you tell me about his (Holm) early life?")]
    [InlineData("What are the Silver Herons?", "Who leads them?", "Who leads them (the Silver Herons)?")]
    [InlineData("How are red kites counted?", "Where do they live?", "Where do they (red kites) live?")]
    [InlineData("Who wrote \"The long tide\"?", "How many pages does it have?", "How many pages does it (\"The long tide\") have?")]
    [InlineData("When was the Bank of Elm founded?", "Where is its main office?", "Where is its (the Bank of Elm) main office?")]
    [InlineData("What is Elm Harbour's depth?", "When was it deepened?", "When was it (Elm Harbour) deepened?")]
    [InlineData("Where is the Anna Bridge?", "Okay, and who built it?", "Okay, and who built it (the Anna Bridge)?")]
    [InlineData("What are river ferries used for?", "Can you tell me about the rules on their use?", "Can you tell me about the rules on their (river ferries) use?")]
    [InlineData("What was K. Holm's reward for his discoveries?", "Where was he born?", "Where was he (K. Holm) born?")]
    [InlineData("Has Ada Maria Elmina Holm won any prizes?", "What's her best book about?", "What's her (Ada Maria Elmina Holm) best book about?")]
    public async Task RewriteAsync_PronounForTheOnlyThing_SaysWhatItStandsFor(string last, string text, string expected) =>
        Assert.Equal(expected, (await RewriteAsync(text, last)).Text);

    [Theory]
    [InlineData("Wo liegt die Anna-Brücke?", "Wann wurde sie gebaut?", "Wann wurde sie (die Anna-Brücke) gebaut?")]
    [InlineData("Wie hoch ist der Annaturm?", "Wer hat ihn gebaut?", "Wer hat ihn (der Annaturm) gebaut?")]
    [InlineData("Wer ist der Bürgermeister von Elmstadt?", "Wann wurde er geboren?", "Wann wurde er (der Bürgermeister von Elmstadt) geboren?")]
    [InlineData("Was kostet die Fähre nach Elmstadt?", "Wann fährt sie?", "Wann fährt sie (die Fähre)?")]
    [InlineData("Was kostet der Eintritt ins Museum?", "Wann öffnet es?", "Wann öffnet es (Museum)?")]
    [InlineData("Wer leitet das Museum?", "Wie alt ist es?", "Wie alt ist es (das Museum)?")]
    [InlineData("Wo liegt das Museum?", "Was kostet es?", "Was kostet es (das Museum)?")]
    [InlineData("Wo liegt der Hafen?", "Wie tief ist sein Becken?", "Wie tief ist sein (der Hafen) Becken?")]
    [InlineData("¿Dónde está Elmlandia?", "¿Cuál es su capital?", "¿Cuál es su (Elmlandia) capital?")]
    [InlineData("¿Quién es Ada Holm?", "¿Dónde vive ella?", "¿Dónde vive ella (Ada Holm)?")]
    [InlineData("Où se trouve le pont Anna ?", "Quand a-t-il été construit ?", "Quand a-t-il (le pont Anna) été construit ?")]
    [InlineData("Où est l'école ?", "Quel est son prix ?", "Quel est son (l'école) prix ?")]
    [InlineData("Qui est le maire de Elmville ?", "Quand est-il né ?", "Quand est-il (le maire de Elmville) né ?")]
    [InlineData("Quando apre il museo marittimo?", "Qual è il suo indirizzo?", "Qual è il suo (il museo marittimo) indirizzo?")]
    [InlineData("Chi è Ada Holm?", "Dove è nata lei?", "Dove è nata lei (Ada Holm)?")]
    public async Task RewriteAsync_OtherLanguages_SaysWhatThePronounStandsFor(string last, string text, string expected) =>
        Assert.Equal(expected, (await RewriteAsync(text, last)).Text);

    [Theory]
    [InlineData("How many people live in Elmland?", "And in Holmia?", "How many people live in Holmia?")]
    [InlineData("In which year did trade in Elmland peak?", "And in Holmia?", "In which year did trade in Holmia peak?")]
    [InlineData("When does the museum open in summer?", "And in winter?", "When does the museum open in winter?")]
    [InlineData("When does the museum open on Sundays?", "And on Mondays?", "When does the museum open on Mondays?")]
    [InlineData("How many people live in Elmland?", "What about Holmia?", "How many people live in Holmia?")]
    [InlineData("What is Elmland's capital?", "And Holmia's?", "What is Holmia's capital?")]
    [InlineData("What does a ticket cost for children?", "And for adults?", "What does a ticket cost for adults?")]
    [InlineData("When does the museum open?", "What about the ferry?", "When does the ferry open?")]
    [InlineData("Who is the mayor of Elm?", "Okay, how about of Old Holm?", "Who is the mayor of Old Holm?")]
    [InlineData("When did the bridge open?", "And where?", "Where did the bridge open?")]
    [InlineData("Wie viele Menschen leben in Elmstadt?", "Und in Holmstadt?", "Wie viele Menschen leben in Holmstadt?")]
    [InlineData("Wann öffnet das Museum?", "Und die Fähre?", "Wann öffnet die Fähre?")]
    [InlineData("Wann wurde die Brücke gebaut?", "Und wo?", "Wo wurde die Brücke gebaut?")]
    [InlineData("¿Cuántas personas viven en Elmlandia?", "¿Y en Holmia?", "¿Cuántas personas viven en Holmia?")]
    [InlineData("Combien de gens vivent à Elmville ?", "Et à Holmville ?", "Combien de gens vivent à Holmville ?")]
    [InlineData("Quante persone vivono a Elmopoli?", "E a Holmopoli?", "Quante persone vivono a Holmopoli?")]
    [InlineData("How many guests came in 2019?", "and in 2020?", "How many guests came in 2020?")]
    public async Task RewriteAsync_OnePartExchanged_AsksTheLastQuestionWithIt(string last, string text, string expected) =>
        Assert.Equal(expected, (await RewriteAsync(text, last)).Text);

    [Theory]
    // It stands for nothing, or for what follows.
    [InlineData("Where is the Anna Bridge?", "Is it true that the harbour is closed?")]
    [InlineData("Where is the Anna Bridge?", "What time is it in Elmland?")]
    [InlineData("Where is the Anna Bridge?", "Why does it rain so much?")]
    [InlineData("Where is the Anna Bridge?", "How long does it take to get a passport?")]
    [InlineData("Wo liegt das Museum?", "Wie viele Schulen gibt es?")]
    [InlineData("Où est le musée ?", "Combien d'écoles y a-t-il ?")]
    // The question has its own.
    [InlineData("Where is the Anna Bridge?", "When did Holm Steel publish its report?")]
    [InlineData("Where is the Anna Bridge?", "Which company sold its shares?")]
    [InlineData("Who was Ada Holm?", "Who sold her house?")]
    [InlineData("Who was Ada Holm?", "Who said that she would not go?")]
    [InlineData("Where is the Anna Bridge?", "Which town has its roots in a mine?")]
    [InlineData("Where is the Anna Bridge?", "What is it called when steam drives a wheel?")]
    [InlineData("¿Dónde está Elmlandia?", "¿Quién, a su llegada, fundó la escuela?")]
    [InlineData("Dove si trova il ponte Anna?", "Al momento della sua nascita, quanti soci ha avuto il club?")]
    [InlineData("Where is the Anna Bridge?", "If a ticket is lost, can it be replaced?")]
    // More than one, or nobody knows what.
    [InlineData("Can I bring my dog on the night tram?", "Does it need a ticket?")]
    [InlineData("Is parking free at the museum?", "Where is it?")]
    [InlineData("How many employees does Holm Steel have?", "Where are they based?")]
    [InlineData("Are the results of the study public?", "Who funded it?")]
    [InlineData("Where can I get food in the museum?", "Is it good?")]
    [InlineData("Who is responsible for the budget?", "Where does she live?")]
    [InlineData("What did the report say about Holm Steel?", "When was it published?")]
    [InlineData("Where do the Anna Bridge and the Holm Tunnel meet?", "When was it built?")]
    [InlineData("What is the capital of Elmland?", "When was it founded?")]
    [InlineData("Where did Ada Holm meet Karl Birk?", "When was he born?")]
    [InlineData("How did Elmland first begin using paper money?", "What kind of paper was it made from?")]
    [InlineData("Why is the sky blue?", "Who leads them?")]
    [InlineData("What firm did Holm Steel buy?", "When was it founded?")]
    [InlineData("Which company bought Holm Steel?", "When was it founded?")]
    [InlineData("Which player scored for Elm Town?", "How old is he?")]
    [InlineData("What country borders Elmland?", "What is its capital?")]
    [InlineData("How did the company do under Karl Birk's leadership?", "Where are their offices?")]
    [InlineData("Who leads it?", "When was it founded?")]
    [InlineData("Wo liegt die Brücke und wo die Fähre?", "Wann wurde sie gebaut?")]
    // Never of that kind.
    [InlineData("Who is Ada Holm?", "When was it built?")]
    [InlineData("When was Ada Holm born?", "When was it built?")]
    [InlineData("Where is the Anna Bridge?", "When was he born?")]
    [InlineData("When was Elmland founded?", "When was she born?")]
    [InlineData("Who leads the Holm Steel Works?", "When was he born?")]
    [InlineData("Wer leitet das Museum?", "Wann wurde er geboren?")]
    [InlineData("Wo liegt der Hafen?", "Wann wurde sie gebaut?")]
    // Nothing of its kind to exchange.
    [InlineData("How many people were born in Elmland?", "And in May?")]
    [InlineData("When does the museum open?", "What about the price?")]
    [InlineData("How is the tamale eaten?", "And in Elmland?")]
    [InlineData("How far is it from Elm to Holm?", "And Birk?")]
    [InlineData("How many people live in Elmland?", "And for adults?")]
    [InlineData("When does the museum close in winter?", "And the price of a ticket for children?")]
    [InlineData("Where is the Anna Bridge?", "Who is the mayor of Elm?")]
    public async Task RewriteAsync_NotCertain_LeavesTheQuestionAndKeepsTheLastOnesWords(string last, string text) =>
        Assert.Equal(new StandaloneQuestion(text) { Context = last }, await RewriteAsync(text, last));

    [Fact]
    public async Task RewriteAsync_OneFollowUpAfterAnother_LeansOnWhatTheOneBeforeMeant()
    {
        Assert.Equal("When was it (the Holm Works) founded?", (await RewriteAsync("When was it founded?", "What are the Holm Works?", "Who leads it?")).Text);
        Assert.Equal("Where are its (Elmland) harbours?", (await RewriteAsync("Where are its harbours?", "Where is Elmland?", "When did it sell its old fortress to a stranger?", "How many lakes and rivers does it have?")).Text);
        Assert.Equal("How many people live in Birkland?", (await RewriteAsync("And in Birkland?", "How many people live in Elmland?", "And in Holmia?")).Text);
    }

    [Fact]
    public async Task RewriteAsync_LastQuestionNotUnderstood_LetsTheOneBeforeHelpToo()
    {
        const string Topic = "Which firm bought Holm Steel?";

        Assert.Equal("Who leads it? " + Topic, (await RewriteAsync("Where was she born?", Topic, "Who leads it?")).Context);
        Assert.Equal("Where was she born? " + Topic, (await RewriteAsync("When did she leave?", Topic, "Who leads it?", "Where was she born?")).Context);
        Assert.Equal("Where is the Anna Bridge?", (await RewriteAsync("Which boats pass?", Topic, "Where is the Anna Bridge?")).Context);
    }

    [Fact]
    public async Task RewriteAsync_Resolved_StillLetsTheLastQuestionHelp() =>
        Assert.Equal("Where is the Anna Bridge?", (await RewriteAsync("When was it built?", "Where is the Anna Bridge?")).Context);

    [Theory]
    [InlineData("", "When was it built?")]
    [InlineData("Where is it?", "")]
    [InlineData("?", "And?")]
    [InlineData("(", "It")]
    [InlineData("Where is the \"?", "Who built it?")]
    public async Task RewriteAsync_HardlyAQuestion_DoesNotFail(string last, string text) =>
        Assert.Equal(text, (await RewriteAsync(text, last)).Text);

    private ValueTask<StandaloneQuestion> RewriteAsync(string text, params string[] earlier) => _rewriter.RewriteAsync(
        new Question(text) { History = [.. earlier.SelectMany(question => (ConversationTurn[])[new(Speaker.User, question), new(Speaker.Assistant, "The Elm Harbour.")])] },
        TestContext.Current.CancellationToken);
}
