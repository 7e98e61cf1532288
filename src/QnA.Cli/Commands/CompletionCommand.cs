using System.CommandLine;
using QnA.Cli.Rendering;

namespace QnA.Cli.Commands;

/// <summary><c>qna completion</c>: writes what makes a shell complete commands and options.</summary>
internal static class CompletionCommand
{
    /// <summary>The examples of the help.</summary>
    public static readonly string[] Examples =
    [
        "qna completion bash >> ~/.bashrc",
        "qna completion zsh >> ~/.zshrc",
        "qna completion fish > ~/.config/fish/completions/qna.fish",
        "qna completion powershell >> $PROFILE",
    ];

    private static readonly string[] Shells = ["bash", "zsh", "fish", "powershell"];

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or powershell." };
        shell.AcceptOnlyFromAmong(Shells);
        var command = new Command("completion", "Writes the script that makes a shell complete the commands and options of qna.") { shell };
        command.SetAction(result =>
        {
            new Terminal().WriteRaw(Script(result.GetRequiredValue(shell)));
            return ExitCodes.Done;
        });
        return command;
    }

    private static string Script(string shell)
    {
        using var stream = typeof(CompletionCommand).Assembly.GetManifestResourceStream($"completion/{shell}")
            ?? throw new InvalidOperationException($"The script for {shell} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().TrimEnd('\n');
    }
}
