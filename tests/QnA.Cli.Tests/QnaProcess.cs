using System.Diagnostics;

namespace QnA.Cli.Tests;

/// <summary>What a run of the real program said.</summary>
internal sealed record QnaResult(int ExitCode, string Output, string Messages);

/// <summary>Runs the real <c>qna</c> in a folder of its own.</summary>
internal sealed class QnaProcess : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("qna-cli-test-");

    public string Folder => _folder.FullName;

    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public async Task<QnaResult> RunAsync(string[] arguments, string input = "")
    {
        using var process = Start(arguments);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        return await EndAsync(process);
    }

    public Task<QnaResult> RunAsync(params string[] arguments) => RunAsync(arguments, "");

    public Process Start(params string[] arguments) => Start([], arguments);

    /// <summary>Starts it so that SIGINT reaches it: what a shell runs in the background inherits that the signal is ignored.</summary>
    public Process StartInterruptible(params string[] arguments) =>
        Start(OperatingSystem.IsLinux() ? ["env", "--default-signal=INT"] : [], arguments);

    private Process Start(string[] launcher, string[] arguments)
    {
        string[] command = [.. launcher, "dotnet", Path.Combine(AppContext.BaseDirectory, "qna.dll"), .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        return Process.Start(start)!;
    }

    public static async Task<QnaResult> EndAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var messages = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new QnaResult(process.ExitCode, await output, await messages);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
