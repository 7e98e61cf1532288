using System.Globalization;
using System.IO.Compression;
using System.Xml;
using QnA.Sources.Files;
using QnA.Sources.Files.Limits;
using QnA.Sources.Web.Fetching;

namespace QnA.Sources.Web.Sitemaps;

/// <summary>A page or sitemap that a sitemap names.</summary>
/// <param name="Address">Its address, as it stands there.</param>
/// <param name="Modified">Until when it may have changed last; <see langword="null"/> where that is not said.</param>
internal sealed record SitemapEntry(string Address, DateTimeOffset? Modified);

/// <summary>What a sitemap says.</summary>
/// <param name="IsIndex">Whether it names sitemaps instead of pages.</param>
/// <param name="Entries">What it names.</param>
internal sealed record SitemapFile(bool IsIndex, IReadOnlyList<SitemapEntry> Entries)
{
    /// <summary>Tells whether a body is packed with gzip.</summary>
    public static bool IsPacked(byte[] body) => body is [0x1F, 0x8B, ..];

    /// <summary>Reads a sitemap.</summary>
    /// <exception cref="ArticleFormatException">It is none, or too large.</exception>
    public static SitemapFile Parse(byte[] body, int maxBytes, DocumentBudget budget) =>
        WebXml.Read(IsPacked(body) ? Unpack(body, maxBytes, budget) : body, budget, Read);

    private static SitemapFile Read(XmlReader reader)
    {
        reader.MoveToContent();
        var isIndex = reader.LocalName == "sitemapindex";
        if (!isIndex && reader.LocalName != "urlset")
        {
            throw new ArticleFormatException($"What is sent is no sitemap: it begins with <{reader.LocalName}>.");
        }

        List<SitemapEntry> entries = [];
        string? address = null;
        DateTimeOffset? modified = null;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.EndElement && reader.Depth == 1 && address is not null)
            {
                entries.Add(new SitemapEntry(address, modified));
                (address, modified) = (null, null);
            }

            // Two deep only: an image or video of a page has addresses too.
            if (reader is { NodeType: XmlNodeType.Element, Depth: 2, IsEmptyElement: false, LocalName: "loc" or "lastmod" })
            {
                var isAddress = reader.LocalName == "loc";
                reader.Read();
                var value = reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA ? reader.Value.Trim() : "";
                if (isAddress)
                {
                    address = value;
                }
                else
                {
                    modified = Until(value);
                }
            }
        }

        return new SitemapFile(isIndex, entries);
    }

    // A day alone does not say when on that day.
    private static DateTimeOffset? Until(string value)
    {
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new DateTimeOffset(day.AddDays(2).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        }

        return value.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
                ? instant
                : null;
    }

    private static byte[] Unpack(byte[] body, int maxBytes, DocumentBudget budget)
    {
        try
        {
            using var packed = new GZipStream(new MemoryStream(body, writable: false), CompressionMode.Decompress);
            using var unpacked = new MemoryStream();
            var buffer = new byte[81920];
            int read;
            while ((read = packed.Read(buffer, 0, buffer.Length)) > 0)
            {
                budget.Check();
                if (unpacked.Length + read > maxBytes)
                {
                    throw budget.Exceed(BodyReader.TooLarge(maxBytes).Message);
                }

                unpacked.Write(buffer, 0, read);
            }

            return unpacked.ToArray();
        }
        catch (InvalidDataException e)
        {
            throw new ArticleFormatException("The sitemap is damaged: it cannot be unpacked.", e);
        }
    }
}
