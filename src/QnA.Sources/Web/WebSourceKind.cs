namespace QnA.Sources.Web;

/// <summary>What an address leads to.</summary>
public enum WebSourceKind
{
    /// <summary>Found out by what is sent.</summary>
    Auto,

    /// <summary>One page, or a PDF, Word file or book.</summary>
    Page,

    /// <summary>A feed: RSS 2.0, Atom or JSON Feed.</summary>
    Feed,

    /// <summary>A sitemap, or an index of sitemaps.</summary>
    Sitemap,
}
