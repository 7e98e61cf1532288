using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using QnA.Answering.Registration;
using QnA.Core.Answers;
using QnA.Core.Articles;
using QnA.Core.Questions;
using QnA.Core.Registration;
using QnA.Lucene.Index;
using QnA.Lucene.Registration;
using QnA.Lucene.Tests.Index;

namespace QnA.Lucene.Tests.Questions;

/// <summary>Follow-up questions through the whole pipeline.</summary>
public sealed class FollowUpSearchTests : IDisposable
{
    private readonly IndexFolder _folder = new();

    [Fact]
    public async Task AskAsync_PronounInAFollowUp_QuotesWhatItStandsFor()
    {
        await using var services = Build();
        await FillAsync(services);

        var answer = await AskAsync(services, "How much does it cost?", "Where is the Anna Tower?");

        Assert.Equal("How much does it (the Anna Tower) cost?", answer.Standalone.Text);
        Assert.Contains("The Anna Tower costs nine crowns", answer.Citations[0].Quote.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AskAsync_OnePartExchanged_QuotesForTheOtherPart()
    {
        await using var services = Build();
        await FillAsync(services);

        var answer = await AskAsync(services, "And Elm Hall?", "How much does the Anna Tower cost?");

        Assert.Equal("How much does Elm Hall cost?", answer.Standalone.Text);
        Assert.Contains("Elm Hall costs two crowns", answer.Citations[0].Quote.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AskAsync_TwoThingsCompared_QuotesBoth()
    {
        await using var services = Build();
        await FillAsync(services);

        var answer = await AskAsync(services, "Which costs more, the Anna Tower or Elm Hall?");

        Assert.Equal(["anna", "elm"], answer.Citations.Take(2).Select(citation => citation.Quote.ArticleId));
        Assert.Contains("nine crowns", answer.Citations[0].Quote.Text, StringComparison.Ordinal);
        Assert.Contains("two crowns", answer.Citations[1].Quote.Text, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private ServiceProvider Build()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Index:Path"] = _folder.Path }).Build());
        services.AddLogging();
        services.AddQnA().AddExtractiveAnswers().AddLuceneIndex();
        return services.BuildServiceProvider();
    }

    private static Task FillAsync(ServiceProvider services) => IndexFolder.PutAsync(
        services.GetRequiredService<LuceneArticleStore>(),
        new Article("anna", "The Anna Tower stands by the river in the old town. It is painted red every spring. The Anna Tower costs nine crowns to visit.") { Title = "Anna Tower" },
        new Article("elm", "Elm Hall was a mill once, long ago. Concerts are held there in winter. Elm Hall costs two crowns to visit.") { Title = "Elm Hall" },
        new Article("tram", "The night tram costs four crowns for one ride. It runs until the morning on three lines."));

    private static Task<Answer> AskAsync(ServiceProvider services, string text, params string[] earlier) => services.GetRequiredService<QuestionPipeline>().AskAsync(
        new Question(text) { History = [.. earlier.Select(question => new ConversationTurn(Speaker.User, question))] }, TestContext.Current.CancellationToken);
}
