using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using QnA.Answering.Registration;
using QnA.Core.Registration;
using QnA.Lucene.Registration;
using QnA.Sources;

namespace QnA.DocumentBench;

/// <summary>The product's services on an index in a temporary folder, and room for documents.</summary>
internal sealed class Workplace : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("qna-bench-");

    public Workplace()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Index:Path"] = Path.Join(_folder.FullName, "index") };
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddLogging();
        services.AddQnA().AddExtractiveAnswers().AddLuceneIndex().AddSources();
        Services = services.BuildServiceProvider();
    }

    public ServiceProvider Services { get; }

    public string NewFolder(string name) => _folder.CreateSubdirectory(name).FullName;

    /// <summary>Gets the most memory that the process ever had, in bytes.</summary>
    public static long PeakMemory()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
