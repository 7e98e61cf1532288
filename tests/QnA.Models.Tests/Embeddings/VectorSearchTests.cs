using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Moq;
using QnA.Answering.Ranking;
using QnA.Answering.Retrieval;
using QnA.Core.Access;
using QnA.Core.Answers;
using QnA.Core.Articles;
using QnA.Core.Embeddings;
using QnA.Core.Questions;
using QnA.Core.Retrieval;
using QnA.Lucene.Index;
using QnA.Lucene.Retrieval;
using QnA.Models.Checking;

namespace QnA.Models.Tests.Embeddings;

/// <summary>Questions that are found by meaning, over HTTP and a real index.</summary>
public sealed class VectorSearchTests : EmbeddingFixture
{
    // Shares no word with the article that answers it.
    private const string Paraphrase = "Did that boat sink?";

    [Theory]
    [InlineData("OpenAI", "v1", "/v1/embeddings")]
    [InlineData("OpenAICompatible", "v1", "/v1/embeddings")]
    [InlineData("AzureOpenAI", "", "/openai/deployments/test-embedding/embeddings")]
    [InlineData("Ollama", "", "/api/embed")]
    public async Task SearchAsync_Paraphrase_IsFoundByMeaningAlone(string provider, string path, string called)
    {
        await using var services = Services(("Provider", provider), ("Endpoint", new Uri(Server.Address, path).ToString()));
        var summary = await IngestAsync(services, [Wreck, Market, Choir]);

        var found = await SearchAsync(services, Paraphrase);

        Assert.Equal((3, 0, null), (summary.Vectors!.Computed, summary.Vectors.Missing, summary.Vectors.Problem));
        Assert.Equal("wreck", found.Passages[0].Passage.ArticleId);
        Assert.Equal("wreck", found.Sentences[0].Article.Id);
        Assert.InRange(found.Confidence, 0.42, 1);
        Assert.All(Server.Requests, request => Assert.StartsWith(called + " ", request, StringComparison.Ordinal));
        Assert.Contains("Storm\nThe vessel foundered at night. All hands were saved by the lifeboat.", Server.Texts);
    }

    [Fact]
    public async Task SearchAsync_FilterThatTheNearestDoesNotPass_LeavesItOut()
    {
        await using var services = Services();
        await IngestAsync(services, [WithTag(Wreck, "sea"), WithTag(Market, "town"), Choir]);
        var question = new StandaloneQuestion(Paraphrase) { Filter = new ArticleFilter { Tags = ["town"] } };

        var found = await services.GetRequiredService<IPassageSearch>().SearchAsync(question, Stop);

        Assert.DoesNotContain(found.Passages, passage => passage.Article.Id != "market");
        Assert.DoesNotContain(found.Sentences, sentence => sentence.Article.Id != "market");
    }

    [Fact]
    public async Task SearchAsync_NearestIsHiddenFromTheReader_LeavesItOut()
    {
        await using var services = Services();
        await IngestAsync(services, [WithTag(Wreck, "board"), Market, Choir]);
        var access = new Mock<IArticleAccess>();
        access.Setup(a => a.OfAsync(It.IsAny<Reader>(), It.IsAny<CancellationToken>()))
            .Returns((Reader reader, CancellationToken _) =>
                ValueTask.FromResult(reader == Reader.Operator ? ArticleVisibility.Everything : new ArticleVisibility(["board"])));
        var search = new PassageSearch(
            new LucenePassageIndex(services.GetRequiredService<LuceneArticleStore>(), services.GetRequiredService<ITextEmbedder>()), access: access.Object);

        var hidden = await search.SearchAsync(new StandaloneQuestion(Paraphrase), Stop);
        var shown = await search.SearchAsync(new StandaloneQuestion(Paraphrase) { Reader = Reader.Operator }, Stop);

        Assert.DoesNotContain(hidden.Passages, passage => passage.Article.Id == "wreck");
        Assert.DoesNotContain(hidden.Sentences, sentence => sentence.Article.Id == "wreck");
        Assert.Equal("wreck", shown.Passages[0].Article.Id);
    }

    [Fact]
    public async Task SearchAsync_ServerThatKnowsNoBase64_IsUnderstood()
    {
        Server.KnowsNoBase64 = true;
        await using var services = Services();
        await IngestAsync(services, [Wreck, Market, Choir]);

        Assert.Equal("wreck", (await SearchAsync(services, Paraphrase)).Passages[0].Passage.ArticleId);
    }

    [Fact]
    public async Task SearchAsync_ParaphraseWithoutAModel_IsNotFound()
    {
        await using var services = Services(("Provider", "None"));
        await IngestAsync(services, [Wreck, Market, Choir]);

        var found = await SearchAsync(services, Paraphrase);

        Assert.Null(services.GetService<ITextEmbedder>());
        Assert.Empty(found.Sentences);
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public async Task AskAsync_Paraphrase_IsAnsweredWithItsQuoteAndTellsTheTokens()
    {
        await using var services = Services(("Price:Input", "2"));
        await IngestAsync(services, [Wreck, Market, Choir]);

        var answer = await services.GetRequiredService<QuestionPipeline>().AskAsync(new Question(Paraphrase), Stop);

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.Equal("wreck", answer.Citations[0].Quote.ArticleId);
        var usage = Assert.Single(answer.Usage);
        Assert.Equal(("test-embedding", 11, 0.000022m), (usage.Model, usage.InputTokens, usage.Cost!.Amount));
    }

    [Fact]
    public async Task AskAsync_NothingMeansTheSame_IsNotFound()
    {
        await using var services = Services();
        await IngestAsync(services, [Wreck, Market, Choir]);

        var answer = await services.GetRequiredService<QuestionPipeline>().AskAsync(new Question("Which comet passed Jupiter?"), Stop);

        Assert.Equal(AnswerStatus.NotFound, answer.Status);
    }

    [Fact]
    public async Task SearchAsync_ServiceFails_SearchesByWordsAndLeavesTheServiceAlone()
    {
        await using var services = Services();
        await IngestAsync(services, [Wreck, Market, Choir]);
        Server.Before = (context, _) => FailAsync(context, 500);
        var asked = Server.Requests.Count;

        var found = await SearchAsync(services, "When does the market open?");
        await SearchAsync(services, "When does the market open?");

        Assert.Equal("The market opens on Saturday.", Slice(found.Sentences[0]));
        Assert.Equal(asked + 1, Server.Requests.Count);
    }

    [Fact]
    public async Task SearchAsync_ServiceIsSilent_SearchesByWordsInTime()
    {
        await using var services = Services(("QuestionTimeout", "00:00:00.2"));
        await IngestAsync(services, [Wreck, Market, Choir]);
        Server.Before = async (context, _) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
            return true;
        };

        var found = await SearchAsync(services, "When does the market open?");

        Assert.Equal("The market opens on Saturday.", Slice(found.Sentences[0]));
    }

    [Fact]
    public async Task SearchAsync_IsStopped_Throws()
    {
        using var stop = new CancellationTokenSource();
        await using var services = Services();
        await IngestAsync(services, [Wreck]);
        Server.Before = async (context, _) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
            return true;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await services.GetRequiredService<IPassageSearch>().SearchAsync(new StandaloneQuestion("Which vessel?"), stop.Token));
    }

    [Fact]
    public async Task EmbedQuestionAsync_ServiceRepeatsTheKey_DoesNotTellIt()
    {
        await using var services = Services();
        Server.Before = async (context, _) =>
        {
            context.Response.StatusCode = 401;
            await context.Response.WriteAsync("""{"error":{"message":"wrong key secret-key"}}""");
            return true;
        };

        var exception = await Assert.ThrowsAsync<EmbeddingException>(
            () => services.GetRequiredService<ITextEmbedder>().EmbedQuestionAsync("Who?", Stop));

        Assert.DoesNotContain("secret-key", exception.Message, StringComparison.Ordinal);
        Assert.Contains("test-embedding failed", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, null)]
    [InlineData(401, "test-embedding failed")]
    public async Task CheckAsync_EmbeddingModel_IsAmongTheModels(int status, string? problem)
    {
        await using var services = Services();
        Server.Before = (context, _) => status == 200 ? Task.FromResult(false) : FailAsync(context, status);

        var check = await services.GetRequiredService<ModelChecker>().CheckAsync(Stop).SingleAsync(Stop);

        Assert.Equal(("test-embedding", problem is null), (check.Model, check.Works));
        Assert.Contains(problem ?? "", check.Problem ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task SearchAsync_WordsCarryTheQuestion_MeaningDoesNotReorderItsSentences()
    {
        await using var words = Services(("Provider", "None"));
        await IngestAsync(words, [Wreck, Market, Choir]);
        var alone = await SearchAsync(words, "When does the market open?");
        await words.DisposeAsync();

        await using var services = Services();
        await IngestAsync(services, [Wreck, Market, Choir]);
        var both = await SearchAsync(services, "When does the market open?");

        Assert.Equal(Slice(alone.Sentences[0]), Slice(both.Sentences[0]));
        Assert.Equal(alone.Confidence, both.Confidence);
    }

    [Fact]
    public async Task EmbedPassagesAsync_Prefixes_AreSent()
    {
        await using var services = Services(("PassagePrefix", "document: "), ("QuestionPrefix", "query: "));
        await IngestAsync(services, [Wreck]);

        await SearchAsync(services, "Which vessel?");

        Assert.Equal(["document: Storm\n" + Wreck.Text.Value, "query: Which vessel?"], Server.Texts);
    }

    [Theory]
    [InlineData("Provider", "Anthropic", "Embeddings:Provider is 'Anthropic'. Use one of: OpenAI, AzureOpenAI, OpenAICompatible, Ollama, None.")]
    [InlineData("ModelId", "", "Embeddings:ModelId is empty")]
    [InlineData("Endpoint", "http://models.example/v1", "would send the key over http")]
    [InlineData("BatchSize", "0", "BatchSize")]
    public async Task Options_Invalid_NameTheSetting(string setting, string value, string message)
    {
        await using var services = Services((setting, value));

        var exception = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-key", exception.Message, StringComparison.Ordinal);
    }

    private static string Slice(RankedSentence sentence) => sentence.Article.Text.Slice(sentence.Span).ToString();

    private static Task<bool> FailAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.FromResult(true);
    }

    private static Article WithTag(Article article, string tag) =>
        new(article.Id, article.Text.Value) { Title = article.Title, Location = article.Location, Tags = [tag] };
}
