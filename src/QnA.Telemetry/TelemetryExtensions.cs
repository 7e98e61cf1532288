using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using QnA.Core.Registration;

namespace QnA.Telemetry;

/// <summary>Sends traces and metrics to where the standard environment variables of OpenTelemetry say.</summary>
public static class TelemetryExtensions
{
    // QnA's own names alone: the sources of libraries may hold prompts, addresses with tokens and other things that are nobody's business.
    private static readonly string[] Sources = ["QnA", "QnA.Models"];

    /// <summary>
    /// Adds the export over OTLP. Without <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> (or the same for one signal,
    /// <c>OTEL_EXPORTER_OTLP_TRACES_ENDPOINT</c> and <c>OTEL_EXPORTER_OTLP_METRICS_ENDPOINT</c>) nothing is added.
    /// </summary>
    /// <param name="builder">What <c>AddQnA</c> returned.</param>
    /// <param name="configuration">The configuration, which has the environment variables.</param>
    /// <param name="serviceName">The name of the program, where <c>OTEL_SERVICE_NAME</c> does not say another.</param>
    /// <returns>The same builder.</returns>
    public static QnABuilder AddTelemetryExport(this QnABuilder builder, IConfiguration configuration, string serviceName)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configuration);
        var (traces, metrics) = (HasEndpoint(configuration, "TRACES"), HasEndpoint(configuration, "METRICS"));
        if (!traces && !metrics)
        {
            return builder;
        }

        var telemetry = builder.Services.AddOpenTelemetry();
        if (!HasServiceName(configuration))
        {
            telemetry.ConfigureResource(resource => resource.AddService(serviceName));
        }

        if (traces)
        {
            telemetry.WithTracing(tracing => tracing.AddSource(Sources).AddOtlpExporter());
        }

        if (metrics)
        {
            telemetry.WithMetrics(meters => meters.AddMeter(Sources).AddOtlpExporter());
        }

        return builder;
    }

    /// <summary>Begins to listen in a program without a host; what was heard is sent when the services are disposed of.</summary>
    /// <param name="services">The services.</param>
    public static void StartTelemetryExport(this IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.GetService<TracerProvider>();
        services.GetService<MeterProvider>();
    }

    private static bool HasEndpoint(IConfiguration configuration, string signal) =>
        !string.IsNullOrWhiteSpace(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])
        || !string.IsNullOrWhiteSpace(configuration[$"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT"]);

    private static bool HasServiceName(IConfiguration configuration) =>
        !string.IsNullOrWhiteSpace(configuration["OTEL_SERVICE_NAME"])
        || configuration["OTEL_RESOURCE_ATTRIBUTES"]?.Contains("service.name=", StringComparison.Ordinal) == true;
}
