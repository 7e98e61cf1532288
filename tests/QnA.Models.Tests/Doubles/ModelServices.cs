using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moq;
using QnA.Core.Questions;
using QnA.Core.Registration;
using QnA.Core.Retrieval;
using QnA.Models.Registration;
using QnA.Answering.Registration;

namespace QnA.Models.Tests.Doubles;

/// <summary>A whole QnA whose search always finds the same and whose model is at an address.</summary>
internal static class ModelServices
{
    public static ServiceProvider Build(Uri address, params (string Name, string Value)[] settings) => Build(address, Harbour.Found, settings);

    public static ServiceProvider Build(Uri address, SearchResult found, params (string Name, string Value)[] settings) =>
        Build(address, () => found, TimeProvider.System, settings);

    /// <summary>Puts the parts together.</summary>
    /// <param name="address">Where the model's server is.</param>
    /// <param name="found">What a search finds.</param>
    /// <param name="time">The clock.</param>
    /// <param name="settings">Settings of the section Model, or with a colon of any other.</param>
    public static ServiceProvider Build(Uri address, Func<SearchResult> found, TimeProvider time, params (string Name, string Value)[] settings) =>
        Build(address, found, time, _ => { }, settings);

    /// <summary>Puts the parts together, some of them others.</summary>
    public static ServiceProvider Build(
        Uri address, Func<SearchResult> found, TimeProvider time, Action<IServiceCollection> change, params (string Name, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>
        {
            ["Model:Provider"] = "OpenAICompatible",
            ["Model:ModelId"] = "test-model",
            ["Model:Endpoint"] = new Uri(address, "v1").ToString(),
            ["Model:ApiKey"] = "secret-key",
        };
        foreach (var (name, value) in settings)
        {
            values[name.StartsWith("Answers:", StringComparison.Ordinal) ? name : "Model:" + name] = value;
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var search = new Mock<IPassageSearch>();
        search.Setup(s => s.SearchAsync(It.IsAny<StandaloneQuestion>(), It.IsAny<CancellationToken>())).ReturnsAsync(found);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration).AddLogging(logging => logging.ClearProviders()).AddSingleton(search.Object).AddSingleton(time);
        services.AddQnA().AddExtractiveAnswers().AddModels();
        change(services);
        return services.BuildServiceProvider();
    }

    /// <summary>The settings with which a provider talks to a server of ours.</summary>
    public static (string Name, string Value)[] Of(string provider, Uri address, params (string Name, string Value)[] more) =>
    [
        ("Provider", provider),
        ("Endpoint", new Uri(address, provider.StartsWith("OpenAI", StringComparison.Ordinal) ? "v1" : "").ToString()),
        .. more,
    ];
}
