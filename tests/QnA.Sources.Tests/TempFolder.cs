using System.Text;

namespace QnA.Sources.Tests;

/// <summary>A folder for one test, removed with everything in it.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("qna-sources-");

    public TempFolder(string name = "articles")
    {
        Path = Directory.CreateDirectory(System.IO.Path.Join(_parent.FullName, name)).FullName;
    }

    public string Path { get; }

    public string PathOf(string relativePath) => System.IO.Path.Join(Path, relativePath);

    public string Write(string relativePath, string text) => Write(relativePath, Encoding.UTF8.GetBytes(text));

    public string Write(string relativePath, byte[] bytes)
    {
        var path = PathOf(relativePath);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => _parent.Delete(recursive: true);
}
