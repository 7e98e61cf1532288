using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using QnA.Cli.Composition;
using QnA.Cli.Rendering;
using QnA.Models.Checking;

namespace QnA.Cli.Commands;

/// <summary><c>qna models check</c>: asks every configured model for one word.</summary>
internal static class ModelsCommand
{
    /// <summary>The examples of the help.</summary>
    public static readonly string[] Examples = ["qna models check"];

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var check = new Command("check", "Sends each configured model a one-word prompt, and the embedding model one word; ends with 1 if one does not answer.");
        check.SetAction((_, cancellationToken) =>
        {
            var terminal = new Terminal();
            return CommandRunner.RunAsync(terminal, index: null, services => CheckAsync(services, terminal, cancellationToken));
        });
        return new Command("models", "Tells about the language models that may write answers.") { check };
    }

    private static async Task<int> CheckAsync(ServiceProvider services, Terminal terminal, CancellationToken cancellationToken)
    {
        var (working, failing) = (0, 0);
        await foreach (var result in services.GetRequiredService<ModelChecker>().CheckAsync(cancellationToken))
        {
            working += result.Works ? 1 : 0;
            failing += result.Works ? 0 : 1;
            var milliseconds = result.Elapsed.TotalMilliseconds.ToString("N0", CultureInfo.InvariantCulture);
            if (result.Works)
            {
                terminal.WriteRaw($"{TerminalText.OneLine(result.Model)}: works, {milliseconds} ms");
            }
            else
            {
                terminal.Error($"{result.Model}: does not work, {milliseconds} ms: {result.Problem}");
            }
        }

        if (working + failing == 0)
        {
            terminal.WriteRaw("No model is configured: answers are the articles' own sentences. Set Model:Provider to change that.");
        }

        return failing > 0 ? ExitCodes.DoneWithFailures : ExitCodes.Done;
    }
}
