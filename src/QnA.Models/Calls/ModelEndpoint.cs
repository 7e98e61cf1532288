using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using QnA.Models.Options;
using QnA.Models.Providers;
using QnA.Models.Telemetry;

namespace QnA.Models.Calls;

/// <summary>One model, ready to be asked, with the circuit that keeps questions away from it after a failure.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class ModelEndpoint(string name, IChatCompletionService service, ModelCircuit circuit)
{
    /// <summary>Gets the name of the model.</summary>
    public string Name { get; } = name;

    /// <summary>Gets who serves the model.</summary>
    public ServedModel Served { get; init; } = new("unknown", name, Address: null);

    /// <summary>Gets what the model costs.</summary>
    public PriceOptions Price { get; init; } = new();

    /// <summary>Gets the kernel that prompts run in.</summary>
    public Kernel Kernel { get; } = CreateKernel(service);

    /// <summary>Gets the circuit that every call goes through.</summary>
    public ModelCircuit Circuit { get; } = circuit;

    /// <summary>Makes the endpoint of valid settings.</summary>
    public static ModelEndpoint Create(EndpointOptions options, ModelProviders providers, HttpClient http, ModelCircuit circuit)
    {
        var provider = providers.Find(options.Provider)!;
        return new ModelEndpoint(options.ModelId, provider.Create(options, http), circuit)
        {
            Served = new ServedModel(provider.TelemetryName, options.ModelId, options.AddressOr(provider.EndpointExample)),
            Price = options.Price,
        };
    }

    private static Kernel CreateKernel(IChatCompletionService service)
    {
        var services = new ServiceCollection();
        services.AddSingleton(service);
        return new Kernel(services.BuildServiceProvider());
    }
}
