using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moq;
using QnA.Core.Answers;
using QnA.Core.Questions;
using QnA.Core.Registration;
using QnA.Core.Retrieval;
using QnA.Models.Registration;
using QnA.Answering.Registration;
using QnA.Models.Tests.Doubles;

namespace QnA.Models.Tests.Telemetry;

/// <summary>What calls to models took, by what servers of ours say over HTTP.</summary>
public class UsageTests
{
    private const string Good = "The bridge is 74 metres long. [1.4]\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("OpenAI", "v1")]
    [InlineData("OpenAICompatible", "v1")]
    [InlineData("AzureOpenAI", "")]
    [InlineData("Ollama", "")]
    [InlineData("Anthropic", "")]
    public async Task Ask_ServiceTellsTokens_AnswerHasThemAndTheirCost(string provider, string path)
    {
        await using var server = await ModelServer.StartAsync(async reply =>
        {
            await reply.WriteAsync(Good);
            if (path == "v1" || provider == "AzureOpenAI")
            {
                await reply.RawAsync("""data: {"id":"1","object":"chat.completion.chunk","created":1,"model":"m","choices":[],"usage":{"prompt_tokens":7,"completion_tokens":3,"total_tokens":10}}""" + "\n\n");
            }

            await reply.EndAsync();
        });

        var answer = await AskAsync(
            server, ("Provider", provider), ("Endpoint", new Uri(server.Address, path).ToString()),
            ("Price:Input", "2.5"), ("Price:Output", "10"), ("Price:Currency", "EUR"));

        var usage = Assert.Single(answer.Usage);
        Assert.Equal(("test-model", 1, 7, 3, false), (usage.Model, usage.Calls, usage.InputTokens, usage.OutputTokens, usage.IsEstimated));
        Assert.Equal((0.0000475m, "EUR"), (usage.Cost!.Amount, usage.Cost.Currency));
    }

    [Fact]
    public async Task Ask_OpenAI_AsksForTheTokens()
    {
        await using var server = await ModelServer.WritingAsync(Good);

        await AskAsync(server);

        Assert.Contains("\"include_usage\":true", server.Requests.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_ServiceTellsNoTokens_TheyAreCountedAndMarked()
    {
        await using var server = await ModelServer.WritingAsync(Good);

        var usage = Assert.Single((await AskAsync(server)).Usage);

        Assert.True(usage.IsEstimated);
        Assert.InRange(usage.InputTokens, 300, 3000);
        Assert.InRange(usage.OutputTokens, 8, 20);
        Assert.Null(usage.Cost);
    }

    [Fact]
    public async Task Ask_ServerRefuses_NothingIsUsed()
    {
        await using var server = await ModelServer.StartAsync(reply => reply.FailAsync(401));

        Assert.Empty((await AskAsync(server, ("MaxRetries", "0"))).Usage);
    }

    [Fact]
    public async Task Ask_Listened_TracesAndMeasuresTheCallByTheConventions()
    {
        using var test = new Activity("test").Start();
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "QnA" or "QnA.Models",
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                options.Parent.TraceId == test.TraceId ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        var measured = new ConcurrentQueue<string>();
        await using var server = await ModelServer.WritingAsync(Good);
        await using var services = Services(server, ("Provider", "Ollama"), ("Endpoint", server.Address.ToString()), ("Price:Output", "1000000"));
        using var meters = Listen(services.GetRequiredService<IMeterFactory>(), measured);

        await services.GetRequiredService<QuestionPipeline>().AskAsync(new Question("How long is the bridge?"), Stop);

        var call = spans.Single(span => span.Source.Name == "QnA.Models");
        Assert.Equal(("chat test-model", ActivityKind.Client), (call.OperationName, call.Kind));
        Assert.Equal(spans.Single(span => span.OperationName == "question").SpanId, call.ParentSpanId);
        Assert.Equal(
            [
                "gen_ai.operation.name=chat", "gen_ai.provider.name=ollama", "gen_ai.request.max_tokens=800", "gen_ai.request.model=test-model",
                "gen_ai.usage.input_tokens=7", "gen_ai.usage.output_tokens=3", "qna.cost=3", "qna.currency=USD", "qna.usage.estimated=False",
                "server.address=127.0.0.1", $"server.port={server.Address.Port}",
            ],
            call.TagObjects.Select(tag => FormattableString.Invariant($"{tag.Key}={tag.Value}")).Order(StringComparer.Ordinal));
        var tags = $"gen_ai.operation.name=chat gen_ai.provider.name=ollama gen_ai.request.model=test-model server.address=127.0.0.1 server.port={server.Address.Port}";
        Assert.Equal(
            [
                $"gen_ai.client.operation.duration s {tags}",
                $"gen_ai.client.operation.time_to_first_chunk s {tags}",
                $"gen_ai.client.token.usage {{token}} {tags} gen_ai.token.type=input qna.usage.estimated=False: 7",
                $"gen_ai.client.token.usage {{token}} {tags} gen_ai.token.type=output qna.usage.estimated=False: 3",
                $"qna.model.cost {{currency}} {tags} qna.currency=USD",
            ],
            measured.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Ask_ServerRefuses_TheCallIsMarkedAsFailedWithoutTheMessage()
    {
        var measured = new ConcurrentQueue<string>();
        await using var server = await ModelServer.StartAsync(reply => reply.FailAsync(401));
        await using var services = Services(server, ("MaxRetries", "0"));
        using var meters = Listen(services.GetRequiredService<IMeterFactory>(), measured);

        await services.GetRequiredService<QuestionPipeline>().AskAsync(new Question("How long is the bridge?"), Stop);

        var duration = Assert.Single(measured);
        Assert.EndsWith(" error.type=System.ClientModel.ClientResultException", duration, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-key", duration, StringComparison.Ordinal);
    }

    private static MeterListener Listen(IMeterFactory factory, ConcurrentQueue<string> measured)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "QnA.Models" && instrument.Meter.Scope == factory)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => measured.Enqueue(Describe(instrument, tags) + $": {value}"));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => measured.Enqueue(Describe(instrument, tags)));
        listener.Start();
        return listener;
    }

    private static string Describe(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        $"{instrument.Name} {instrument.Unit}" + string.Concat(tags.ToArray().Select(tag => $" {tag.Key}={tag.Value}"));

    private static async Task<Answer> AskAsync(ModelServer server, params (string Name, string Value)[] settings)
    {
        await using var services = Services(server, settings);
        return await services.GetRequiredService<QuestionPipeline>().AskAsync(new Question("How long is the bridge?"), Stop);
    }

    private static ServiceProvider Services(ModelServer server, params (string Name, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>
        {
            ["Model:Provider"] = "OpenAICompatible",
            ["Model:ModelId"] = "test-model",
            ["Model:Endpoint"] = new Uri(server.Address, "v1").ToString(),
            ["Model:ApiKey"] = "secret-key",
        };
        foreach (var (name, value) in settings)
        {
            values["Model:" + name] = value;
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var search = new Mock<IPassageSearch>();
        search.Setup(s => s.SearchAsync(It.IsAny<StandaloneQuestion>(), It.IsAny<CancellationToken>())).ReturnsAsync(Harbour.Found);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration).AddLogging(logging => logging.ClearProviders()).AddSingleton(search.Object);
        services.AddQnA().AddExtractiveAnswers().AddModels();
        return services.BuildServiceProvider();
    }
}
