using System.CommandLine;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using QnA.Cli.Composition;
using QnA.Cli.Diagnosis;
using QnA.Cli.Rendering;
using QnA.Models.Checking;
using QnA.Models.Prompts;
using Spectre.Console;

namespace QnA.Cli.Commands;

/// <summary><c>qna doctor</c>: says what is wrong with an installation and how to mend it.</summary>
internal static class DoctorCommand
{
    /// <summary>The examples of the help.</summary>
    public static readonly string[] Examples = ["qna doctor", "qna doctor --index /var/lib/qna/index"];

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var index = CommonOptions.Index();
        var command = new Command(
            "doctor", "Looks at settings, articles, index, state, models and ports, and says what is wrong and how to mend it; ends with 1 if something is.")
        {
            index,
        };
        command.SetAction((result, cancellationToken) => RunAsync(new Terminal(), result.GetValue(index), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string? index, CancellationToken cancellationToken)
    {
        var ill = 0;
        await foreach (var finding in ExamineAsync(index, cancellationToken))
        {
            ill += finding.IsWell ? 0 : 1;
            Write(terminal, finding);
        }

        terminal.WriteParagraph(ill switch
        {
            0 => "All is well.",
            1 => "One thing is to be mended.",
            _ => string.Create(CultureInfo.InvariantCulture, $"{ill} things are to be mended."),
        });
        return ill == 0 ? ExitCodes.Done : ExitCodes.DoneWithFailures;
    }

    private static async IAsyncEnumerable<Finding> ExamineAsync(string? index, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (services, problem) = Build(index);
        if (services is null)
        {
            yield return new Finding("settings", problem!, "Mend the setting that is named, in appsettings.json or the environment, and run qna doctor again.");
            yield break;
        }

        await using (services)
        {
            var configuration = services.GetRequiredService<IConfiguration>();
            foreach (var finding in SettingsCheck.Run(configuration))
            {
                yield return finding;
            }

            await foreach (var finding in ActivatorUtilities.CreateInstance<ArticlesCheck>(services).RunAsync(cancellationToken))
            {
                yield return finding;
            }

            await foreach (var model in services.GetRequiredService<ModelChecker>().CheckAsync(cancellationToken))
            {
                yield return model.Works
                    ? new Finding("model", $"{model.Model} answers")
                    : new Finding("model", $"{model.Model} does not answer: {model.Problem}", "Mend the settings of Model or Embeddings; until then the best quotes answer.");
            }

            await foreach (var finding in PortCheck.RunAsync(configuration, cancellationToken))
            {
                yield return finding;
            }
        }
    }

    private static (ServiceProvider? Services, string? Problem) Build(string? index)
    {
        try
        {
            return (CliServices.Build(index), null);
        }
        catch (Exception exception) when (exception is OptionsValidationException or InvalidDataException or PromptException or IOException)
        {
            return (null, exception.Message);
        }
    }

    private static void Write(Terminal terminal, Finding finding)
    {
        var line = $"{(finding.IsWell ? "ok " : "BAD")} {finding.Subject}: {TerminalText.OneLine(finding.Message)}";
        terminal.WriteLine(line, finding.IsWell ? Style.Plain : new Style(Color.Red));
        if (finding.Fix is { } fix)
        {
            terminal.WriteLine($"    {fix}", Style.Plain);
        }
    }
}
