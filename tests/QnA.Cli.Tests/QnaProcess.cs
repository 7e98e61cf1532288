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

    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "qna.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

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
