using System.Security.Cryptography;
using System.Text;
using QnA.Core.Articles;
using QnA.Core.Ingestion;

namespace QnA.Sources.Web;

/// <summary>Names what a source of the web gives.</summary>
/// <param name="Address">The source's address, without a fragment.</param>
/// <param name="Tags">Given to each of its articles, before their own.</param>
internal sealed record WebSourceContext(Uri Address, IReadOnlyList<string> Tags)
{
    /// <summary>Gets the name of the source.</summary>
    public string Name => Address.AbsoluteUri;

    /// <summary>Makes the location of an item: no page's address has a fragment, so no two sources cover the same one.</summary>
    public string LocationOf(string item) => $"{Name}#{item}";

    /// <summary>Tells whether a location is one of this source.</summary>
    public bool Covers(string location) => location == Name || location.StartsWith($"{Name}#", StringComparison.Ordinal);

    /// <summary>Makes the id of the article at an address: the address without its scheme.</summary>
    public static string IdOf(Uri address) => Bounded(address.GetComponents(
        UriComponents.Host | UriComponents.Port | UriComponents.PathAndQuery, UriFormat.UriEscaped));

    /// <summary>Makes the id of an item.</summary>
    public string IdOf(string item) => Bounded($"{IdOf(Address)}#{item}");

    /// <summary>Makes a failure of one article.</summary>
    public FailedArticle Fail(string location, string reason) => new(new ArticleFailure(Name, location, Line: null, reason), Bytes: 0);

    // Addresses may be longer than an id: what is cut off is told apart by its hash.
    private static string Bounded(string id) => id.Length <= Article.MaxIdLength
        ? id
        : $"{id[..(Article.MaxIdLength - 65)]}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))}";
}
