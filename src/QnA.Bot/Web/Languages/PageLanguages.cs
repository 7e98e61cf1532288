using System.Text.Json;
using Microsoft.Extensions.FileProviders;
using QnA.Bot.Web.Pages;

namespace QnA.Bot.Web.Languages;

/// <summary>The languages of the pages: one JSON file each in <c>wwwroot/languages</c>, read by the chat page and here.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
internal sealed class PageLanguages
{
    private const string Folder = "languages";
    private const string Default = "en";

    private readonly SortedDictionary<string, PageLanguage> _languages = new(StringComparer.OrdinalIgnoreCase);

    public PageLanguages(PageFiles files)
    {
        foreach (var file in files.Provider.GetDirectoryContents(Folder))
        {
            var tag = Path.GetFileNameWithoutExtension(file.Name);
            _languages.Add(tag, new PageLanguage(tag, Read(file)));
        }
    }

    /// <summary>Gets every language, by its tag.</summary>
    public IReadOnlyCollection<PageLanguage> All => _languages.Values;

    /// <summary>Gets the language that a browser asks for first and that there is; else English.</summary>
    public PageLanguage Of(HttpRequest request)
    {
        foreach (var wanted in request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1))
        {
            var tag = wanted.Value.ToString();
            if (_languages.TryGetValue(tag, out var language) || _languages.TryGetValue(tag.Split('-')[0], out language))
            {
                return language;
            }
        }

        return _languages[Default];
    }

    private static Dictionary<string, string> Read(IFileInfo file)
    {
        using var stream = file.CreateReadStream();
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)
            ?? throw new InvalidDataException($"The language file {file.Name} is empty.");
    }
}

/// <summary>One language of the pages.</summary>
/// <param name="tag">Its BCP 47 tag.</param>
/// <param name="texts">Its texts by their keys.</param>
internal sealed class PageLanguage(string tag, IReadOnlyDictionary<string, string> texts)
{
    public string Tag => tag;

    public string Name => texts["language"];

    /// <summary>Gets every key.</summary>
    public IEnumerable<string> Keys => texts.Keys;

    /// <summary>Gets a text.</summary>
    public string this[string key] => texts[key];
}
