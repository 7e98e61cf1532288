using System.Globalization;

namespace QnA.Testing;

/// <summary>The directory of one bot: its articles, index and state. Deleted when it is disposed.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly List<string> _paths;

    private TestFolder(string root, List<string> paths) => (Root, _paths) = (root, paths);

    public string Root { get; }

    public string Articles => Path.Combine(Root, "articles");

    /// <summary>Gets the settings that make the bot use the directory.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Settings =>
    [
        new("Urls", "http://127.0.0.1:0"),
        .. _paths.Select((path, i) => KeyValuePair.Create<string, string?>(string.Create(CultureInfo.InvariantCulture, $"Articles:Paths:{i}"), path)),
    ];

    public static async Task<TestFolder> CreateAsync(TestBotOptions options)
    {
        List<string> paths = ["articles", .. options.Folders.Select(Find)];
        var folder = new TestFolder(Directory.CreateTempSubdirectory("qna-test-").FullName, paths);
        Directory.CreateDirectory(folder.Articles);
        foreach (var article in options.Articles)
        {
            var path = Path.GetFullPath(article.FileName, folder.Articles);
            if (!path.StartsWith(folder.Articles + Path.DirectorySeparatorChar, StringComparison.Ordinal) || File.Exists(path))
            {
                folder.Dispose();
                throw new TestBotException($"The article file '{article.FileName}' is given twice, or lies outside of the test's folder; give it a name of its own.");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, article.Text, options.CancellationToken);
        }

        return folder;
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Root, recursive: true);
        }
        catch (IOException)
        {
            // The system clears its folder of temporary files; a test must not fail for a file that is still open.
        }
    }

    private static string Find(string path)
    {
        string[] candidates = Path.IsPathRooted(path) ? [path] : [Path.GetFullPath(path, AppContext.BaseDirectory), Path.GetFullPath(path)];
        return Array.Find(candidates, Path.Exists)
            ?? throw new TestBotException($"There are no articles at '{path}'; looked at {string.Join(" and ", candidates)}.");
    }
}
