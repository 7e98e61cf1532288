using System.Runtime.CompilerServices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using QnA.Core.Answers;
using QnA.Core.Questions;
using QnA.Core.Registration;
using QnA.Core.Retrieval;
using QnA.Models.Registration;
using QnA.Models.Rewriting;
using QnA.Models.Tests.Doubles;
using QnA.Answering.Retrieval;
using QnA.Answering.Extractive;
using QnA.Answering.Questions;
using QnA.Answering.Registration;
using QnA.Lucene.Registration;

namespace QnA.Models.Tests.Registration;

/// <summary>Whatever order parts are added in, the same implements each port, and an application's own always does.</summary>
public sealed class RegistrationOrderTests
{
    private static readonly Action<IServiceCollection>[] Parts =
    [
        services => services.AddQnA(),
        services => services.AddQnA().AddExtractiveAnswers(),
        services => services.AddQnA().AddLuceneIndex(),
        services => services.AddQnA().AddModels(),
    ];

    [Fact]
    public void Own_RegisteredAtAnyPlaceInAnyOrder_Wins()
    {
        var (rewriter, search, answerer) = (Mock.Of<IQuestionRewriter>(), Mock.Of<IPassageSearch>(), Mock.Of<IAnswerer>());
        void Own(IServiceCollection services) => services.AddSingleton(rewriter).AddSingleton(search).AddSingleton(answerer);

        Assert.All(Orders([Own, .. Parts]), order =>
        {
            using var services = Build(order, "OpenAICompatible");
            Assert.Same(rewriter, services.GetRequiredService<IQuestionRewriter>());
            Assert.Same(search, services.GetRequiredService<IPassageSearch>());
            Assert.Same(answerer, services.GetRequiredService<IAnswerer>());
        });
    }

    [Fact]
    public void Parts_InAnyOrderWithoutAModel_AreThoseThatNeedNone() => Assert.All(Orders(Parts), order =>
    {
        using var services = Build(order, "Extractive");
        Assert.IsType<FollowUpRewriter>(services.GetRequiredService<IQuestionRewriter>());
        Assert.IsType<PassageSearch>(services.GetRequiredService<IPassageSearch>());
        Assert.IsType<ExtractiveAnswerer>(services.GetRequiredService<IAnswerer>());
    });

    [Fact]
    public void Parts_InAnyOrderWithAModel_AreThoseOfTheModel() => Assert.All(Orders(Parts), order =>
    {
        using var services = Build(order, "OpenAICompatible");
        Assert.IsType<ModelQuestionRewriter>(services.GetRequiredService<IQuestionRewriter>());
        Assert.Equal("test-model", services.GetRequiredService<IAnswerer>().Model);
    });

    [Fact]
    public void Parts_AddedTwice_AreThereOnce()
    {
        using var services = Build([.. Parts, .. Parts], "Extractive");

        Assert.IsType<ExtractiveAnswerer>(services.GetRequiredService<IAnswerer>());
    }

    [Fact]
    public void Use_BeforeOrAfterTheParts_WrapsThemAndTheFirstIsTheOutermost()
    {
        void First(IServiceCollection services) => services.AddQnA().Use<IAnswerer>((inner, _) => new Named("first", inner));
        void Second(IServiceCollection services) => services.AddQnA().Use<IAnswerer>((inner, _) => new Named("second", inner));

        Assert.All([[First, Second, .. Parts], [.. Parts, First, Second], [First, .. Parts, Second]], (Action<IServiceCollection>[] order) =>
        {
            using var services = Build(order, "OpenAICompatible");
            Assert.Equal("first(second(test-model))", services.GetRequiredService<IAnswerer>().Model);
        });
    }

    [Fact]
    public async Task Use_AnswererThatAsksAnotherQuestion_ItsSentencesAreVerifiedForThePersonsQuestion()
    {
        await using var server = await ModelServer.WritingAsync("Bicycles cost 999 crowns. [2.5]\n");
        await using var services = ModelServices.Build(
            server.Address,
            () => Harbour.Found,
            TimeProvider.System,
            change: all => all.AddQnA().Use<IAnswerer>((inner, _) => new Asking("Do bicycles cost 999 crowns?", inner)));

        var answer = await services.GetRequiredService<QuestionPipeline>().AskAsync(new Question("What of the ferry?"), TestContext.Current.CancellationToken);

        Assert.DoesNotContain(answer.Claims, claim => claim.Text.Contains("999", StringComparison.Ordinal));
    }

    [Fact]
    public void Answerer_NothingAnswers_SaysWhatToAdd()
    {
        using var services = Build([Parts[0], Parts[2]], "Extractive");

        var exception = Assert.Throws<InvalidOperationException>(() => services.GetRequiredService<IAnswerer>());

        Assert.Contains("AddExtractiveAnswers()", exception.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Build(IEnumerable<Action<IServiceCollection>> order, string provider)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Model:Provider"] = provider,
            ["Model:ModelId"] = "test-model",
            ["Model:Endpoint"] = "http://127.0.0.1:1/v1",
        }).Build());
        services.AddLogging();
        foreach (var add in order)
        {
            add(services);
        }

        return services.BuildServiceProvider();
    }

    private static IEnumerable<Action<IServiceCollection>[]> Orders(Action<IServiceCollection>[] parts) => parts.Length <= 1
        ? [parts]
        : parts.SelectMany((first, i) => Orders([.. parts[..i], .. parts[(i + 1)..]]).Select(rest => (Action<IServiceCollection>[])[first, .. rest]));

    private sealed class Named(string name, IAnswerer inner) : IAnswerer
    {
        public string Model => $"{name}({inner.Model})";

        public IAsyncEnumerable<Draft> DraftAsync(StandaloneQuestion question, SearchResult found, CancellationToken cancellationToken) =>
            inner.DraftAsync(question, found, cancellationToken);
    }

    private sealed class Asking(string question, IAnswerer inner) : IAnswerer
    {
        public string Model => inner.Model;

        public async IAsyncEnumerable<Draft> DraftAsync(
            StandaloneQuestion asked, SearchResult found, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (var draft in inner.DraftAsync(asked with { Text = question }, found, cancellationToken))
            {
                yield return draft;
            }
        }
    }
}
