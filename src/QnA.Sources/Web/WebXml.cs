using System.Text;
using System.Xml;
using QnA.Sources.Files;
using QnA.Sources.Files.Limits;

namespace QnA.Sources.Web;

/// <summary>Reads XML of the web: no document type, no entity, nothing fetched, and only so deep and large.</summary>
internal static class WebXml
{
    private const int Start = 4096;

    /// <summary>Finds the name of the root element; empty where there is none near the start.</summary>
    public static string Root(byte[] body)
    {
        try
        {
            using var reader = Open(body);
            return reader.MoveToContent() == XmlNodeType.Element ? reader.LocalName : "";
        }
        catch (XmlException)
        {
            return "";
        }
    }

    /// <summary>Tells whether a body begins as XML does.</summary>
    public static bool LooksLikeXml(byte[] body) => Encoding.Latin1.GetString(body, 0, Math.Min(body.Length, Start)).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n').StartsWith('<');

    /// <summary>Reads a document.</summary>
    /// <param name="body">The document.</param>
    /// <param name="budget">Asked as it goes.</param>
    /// <param name="read">Reads it.</param>
    /// <exception cref="ArticleFormatException">It is no XML, is cut off, or passes a limit.</exception>
    public static T Read<T>(byte[] body, DocumentBudget budget, Func<XmlReader, T> read)
    {
        try
        {
            _ = SafeXml.Check(body, elements: 0, budget);
            using var reader = Open(body);
            return read(reader);
        }
        catch (Exception e) when (e is XmlException or FormatException || (e is ArticleFormatException { InnerException: XmlException }))
        {
            throw new ArticleFormatException($"What is sent is no whole XML document: {(e.InnerException ?? e).Message}", e);
        }
    }

    private static XmlReader Open(byte[] body) => XmlReader.Create(
        new MemoryStream(body, writable: false),
        new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersFromEntities = 1, IgnoreComments = true, IgnoreProcessingInstructions = true });
}
