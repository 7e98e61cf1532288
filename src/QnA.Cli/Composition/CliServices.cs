using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using QnA.BotFramework.Hosting;
using QnA.Core.Registration;
using QnA.Languages;
using QnA.Models.Registration;
using QnA.Answering.Registration;
using QnA.Lucene.Registration;
using QnA.Sources;
using QnA.Telemetry;

namespace QnA.Cli.Composition;

/// <summary>Wires the parts for one command.</summary>
internal static class CliServices
{
    /// <summary>Makes the services of a command.</summary>
    /// <param name="index">The directory of the index; <see langword="null"/> for the configured one.</param>
    /// <param name="state">The file of the state; <see langword="null"/> for the configured one.</param>
    /// <exception cref="OptionsValidationException">A setting is out of its range; the message names it.</exception>
    /// <exception cref="InvalidDataException">The settings file is no JSON.</exception>
    public static ServiceProvider Build(string? index, string? state = null)
    {
        var configuration = Configure();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging(logging => logging
            .SetMinimumLevel(LogLevel.Warning)
            .AddSimpleConsole(console => console.SingleLine = true)
            .Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
                console => console.LogToStandardErrorThreshold = LogLevel.Trace));
        services.AddQnA()
            .AddExtractiveAnswers()
            .AddLuceneIndex(index)
            .AddSqliteState(state)
            .AddLanguageDetection()
            .AddSources()
            .AddModels()
            .AddTelemetryExport(configuration, "qna");
        var provider = services.BuildServiceProvider();
        try
        {
            provider.GetService<IStartupValidator>()?.Validate();
            provider.StartTelemetryExport();
            return provider;
        }
        catch
        {
            provider.Dispose();
            throw;
        }
    }

    /// <summary>Finds the settings beside the articles, else those that came with the tool.</summary>
    /// <returns>A full path; <see langword="null"/> where there are none.</returns>
    public static string? FindSettingsFile() =>
        Array.Find([Path.GetFullPath("appsettings.json"), Path.Combine(AppContext.BaseDirectory, "appsettings.json")], File.Exists);

    private static IConfigurationRoot Configure()
    {
        var builder = new ConfigurationBuilder();
        if (FindSettingsFile() is { } file)
        {
            builder.AddJsonFile(file);
        }

        // The bot's addresses may be in variables of ASP.NET Core's; qna doctor looks at them.
        return builder.AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables("ASPNETCORE_").AddEnvironmentVariables().Build();
    }
}
