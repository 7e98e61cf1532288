using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using QnA.Bot.Web.Languages;
using QnA.Core.Articles;

namespace QnA.Bot.Web.Articles;

/// <summary>The entity tag of an article's page: the version of its text, and what else the page is made of (RFC 9110, section 8.8.3).</summary>
internal static class ArticleTag
{
    private const int RestLength = 12;

    public static EntityTagHeaderValue Of(Article article, PageLanguage language)
    {
        // The title may change without the text, and the page with the program.
        var rest = $"{article.Fingerprint} {language.Tag} {typeof(ArticleTag).Module.ModuleVersionId}";
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rest)))[..RestLength];
        return new EntityTagHeaderValue($"\"{article.Text.Version}-{digest}\"");
    }

    /// <summary>Tells whether the browser has the page already.</summary>
    public static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));
}
