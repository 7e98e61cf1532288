using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace QnA.Sources.Files.Limits;

/// <summary>Reads XML that nobody vouches for: no document type, no entity, nothing fetched, and only so deep and large.</summary>
internal static class SafeXml
{
    /// <summary>Word's own files stay under 60, with tables in tables; parsers that recurse run out of stack in the thousands.</summary>
    public const int MaxDepth = 256;

    /// <summary>As many as a document tree holds in about 200 MB.</summary>
    public const int MaxElements = 1_000_000;

    /// <summary>Reads a whole part of XML to see that it is well-formed and within the limits.</summary>
    /// <param name="xml">The part.</param>
    /// <param name="elements">How many elements came before in the same document.</param>
    /// <param name="budget">Asked as it goes.</param>
    /// <returns>How many elements there are now.</returns>
    /// <exception cref="ArticleFormatException">It is not.</exception>
    public static int Check(byte[] xml, int elements, DocumentBudget budget) =>
        Explain(() => Walk(xml, DtdProcessing.Prohibit, elements, budget));

    /// <summary>Loads a small part of XML; a document type is passed over, and entities of it are errors.</summary>
    /// <exception cref="ArticleFormatException">It is not well-formed, or passes a limit.</exception>
    public static XDocument Load(byte[] xml, DocumentBudget budget) => Explain(() =>
    {
        _ = Walk(xml, DtdProcessing.Ignore, elements: 0, budget);
        using var reader = Open(xml, DtdProcessing.Ignore);
        return XDocument.Load(reader);
    });

    private static int Walk(byte[] xml, DtdProcessing types, int elements, DocumentBudget budget)
    {
        using var reader = Open(xml, types);
        while (reader.Read())
        {
            budget.Check();
            if (reader.Depth > MaxDepth)
            {
                throw budget.Exceed($"The document is nested more than {MaxDepth} deep. Simplify it.");
            }

            if (reader.NodeType == XmlNodeType.Element && ++elements > MaxElements)
            {
                throw budget.Exceed(string.Create(
                    CultureInfo.InvariantCulture, $"The document has more than {MaxElements:N0} elements. Split it."));
            }
        }

        return elements;
    }

    private static XmlReader Open(byte[] xml, DtdProcessing types) => XmlReader.Create(
        new MemoryStream(xml, writable: false),
        new XmlReaderSettings
        {
            DtdProcessing = types,
            XmlResolver = null,
            MaxCharactersFromEntities = 1,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        });

    private static T Explain<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException e)
        {
            throw new ArticleFormatException($"The document is damaged: a part of it is not valid XML ({e.Message}) Open it in its program and save it anew.", e);
        }
    }
}
