using System.Diagnostics;

namespace QnA.Cli.Tests;

public sealed class CompletionTests : IDisposable
{
    private readonly QnaProcess _qna = new();

    public void Dispose() => _qna.Dispose();

    [Theory]
    [InlineData("bash", "complete -o default")]
    [InlineData("zsh", "compdef")]
    [InlineData("fish", "complete -c qna")]
    [InlineData("powershell", "Register-ArgumentCompleter")]
    public async Task Completion_OfAShell_IsWritten(string shell, string part)
    {
        var result = await _qna.RunAsync("completion", shell);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(part, result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("qna ing", "ingest")]
    [InlineData("qna ask --q", "--questions")]
    [InlineData("qna completion f", "fish")]
    public async Task Completion_InBash_CompletesCommandsAndOptions(string line, string expected)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "There is no bash here.");
        var script = (await _qna.RunAsync("completion", "bash")).Output;
        var dll = Path.Combine(AppContext.BaseDirectory, "qna.dll");
        var file = _qna.Write(
            "try.sh",
            $$"""
            qna() { dotnet '{{dll}}' "$@"; }
            {{script}}
            COMP_LINE='{{line}}'; COMP_POINT=${#COMP_LINE}; COMP_WORDS=($COMP_LINE); COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
            _qna_complete
            printf '%s\n' "${COMPREPLY[@]}"
            """);

        using var bash = Process.Start(new ProcessStartInfo("/bin/bash", [file])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var result = await QnaProcess.EndAsync(bash);

        Assert.Equal(expected, result.Output.Trim());
    }

    [Fact]
    public async Task Version_IsTheVersionOfTheProgram()
    {
        var result = await _qna.RunAsync("--version");

        Assert.Matches(@"^\d+\.\d+\.\d+(\+[0-9a-f]+)?\s*$", result.Output);
    }
}
