using System.Globalization;
using System.Xml.Linq;
using QnA.Sources.Files.Limits;

namespace QnA.Sources.Files.Epub;

/// <summary>What the package document of a book says: its metadata, and its chapter files in reading order.</summary>
/// <remarks>EPUB 3.3 (W3C, 2023), sections 4 and 5; EPUB 2 is the same as far as it is read here.</remarks>
internal sealed class EpubPackage
{
    private const string Container = "META-INF/container.xml";
    private const string Encryption = "META-INF/encryption.xml";

    // EPUB 3.3, section 4.2.5: encryption of fonts alone protects nothing that is read.
    private static readonly string[] FontAlgorithms = ["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"];

    private readonly XElement _metadata;

    private EpubPackage(XElement metadata, IReadOnlyList<string> chapters)
    {
        _metadata = metadata;
        Chapters = chapters;
    }

    /// <summary>Gets the names of the chapter files in the archive.</summary>
    public IReadOnlyList<string> Chapters { get; }

    /// <summary>Reads a book's package.</summary>
    /// <exception cref="ArticleFormatException">A part is missing or wrong, or the book is protected.</exception>
    public static EpubPackage Read(BoundedArchive archive, DocumentBudget budget)
    {
        CheckProtection(archive, budget);
        var container = Load(archive, Container, budget);
        var path = Descendants(container, "rootfile").Select(file => file.Attribute("full-path")?.Value).FirstOrDefault(path => path is not null)
            ?? throw new ArticleFormatException($"The book is damaged: its {Container} names no package. Make it anew.");
        var package = Load(archive, path, budget);
        var folder = path.Contains('/', StringComparison.Ordinal) ? path[..(path.LastIndexOf('/') + 1)] : "";
        var items = new Dictionary<string, XElement>(StringComparer.Ordinal);
        foreach (var item in Descendants(package, "item"))
        {
            items.TryAdd(item.Attribute("id")?.Value ?? "", item);
        }

        var chapters = Descendants(package, "itemref")
            .Select(reference => items.GetValueOrDefault(reference.Attribute("idref")?.Value ?? ""))
            .OfType<XElement>()
            .Where(item => IsPage(item) && !IsNavigation(item))
            .Select(item => Resolve(folder, item.Attribute("href")?.Value ?? ""))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (chapters.Count == 0)
        {
            throw new ArticleFormatException("The book is damaged: its package names no chapters. Make it anew.");
        }

        return chapters.Count <= budget.Options.MaxPages
            ? new EpubPackage(Descendants(package, "metadata").FirstOrDefault() ?? new XElement("metadata"), chapters)
            : throw budget.Exceed(string.Create(
                CultureInfo.InvariantCulture,
                $"The book has {chapters.Count:N0} chapter files; at most {budget.Options.MaxPages:N0} are read. " +
                $"Split it, or raise {ArticleFileOptions.MaxPagesSetting}."));
    }

    /// <summary>Gets the values of an element of Dublin Core: <c>title</c>, <c>creator</c>, <c>date</c>.</summary>
    public IEnumerable<string> Values(string name) =>
        Descendants(_metadata, name).Select(element => ArticleFields.OneLine(element.Value)).OfType<string>();

    private static void CheckProtection(BoundedArchive archive, DocumentBudget budget)
    {
        if (archive.Read(Encryption) is not { } bytes)
        {
            return;
        }

        var isProtected = Descendants(SafeXml.Load(bytes, budget), "EncryptedData")
            .Select(data => Descendants(data, "EncryptionMethod").FirstOrDefault()?.Attribute("Algorithm")?.Value)
            .Any(algorithm => !FontAlgorithms.Contains(algorithm));
        if (isProtected)
        {
            throw new ArticleFormatException("The book is protected against copying (DRM), and cannot be read. Get a copy without protection.");
        }
    }

    private static XDocument Load(BoundedArchive archive, string path, DocumentBudget budget) =>
        SafeXml.Load(archive.Read(path) ?? throw new ArticleFormatException($"The book is damaged: its part {path} is missing. Make it anew."), budget);

    private static bool IsPage(XElement item) => item.Attribute("media-type")?.Value is "application/xhtml+xml" or "text/html" or "text/x-oeb1-document";

    private static bool IsNavigation(XElement item) => (item.Attribute("properties")?.Value ?? "").Split(' ').Contains("nav");

    /// <summary>Finds the name in the archive of what a part of the folder refers to.</summary>
    private static string Resolve(string folder, string reference)
    {
        var parts = new List<string>();
        foreach (var part in (folder + Uri.UnescapeDataString(reference.Split('#')[0])).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part is "..")
            {
                parts.RemoveRange(Math.Max(0, parts.Count - 1), Math.Min(1, parts.Count));
            }
            else if (part is not ".")
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    private static IEnumerable<XElement> Descendants(XContainer container, string name) =>
        container.Descendants().Where(element => element.Name.LocalName == name);
}
