using System.Globalization;
using Microsoft.Bot.Schema;
using QnA.Bot.Replies;
using QnA.Core.Answers;

namespace QnA.Bot.Teams;

/// <summary>Makes the one entity that labels a message as made by AI and says what each <c>[n]</c> of its text stands for.</summary>
internal static class CitationEntity
{
    public static Entity Of(IEnumerable<Citation> citations, ArticleLinks links)
    {
        var entity = new Entity();
        entity.SetAs(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["type"] = "https://schema.org/Message",
            ["@type"] = "Message",
            ["@context"] = "https://schema.org",
            ["additionalType"] = new List<object?> { "AIGeneratedContent" },
            ["citation"] = citations.Take(TeamsLimits.Citations).Select(c => ClaimOf(c, links)).ToList<object?>(),
        });
        return entity;
    }

    private static Dictionary<string, object?> ClaimOf(Citation citation, ArticleLinks links)
    {
        var appearance = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["@type"] = "DigitalDocument",
            ["name"] = TeamsLimits.Shorten(citation.Title, TeamsLimits.Name) is { Length: > 0 } name ? name : "Article",
            ["abstract"] = TeamsLimits.Shorten(citation.Quote.Text, TeamsLimits.Abstract),
            ["url"] = links.LinkTo(citation),
        };
        List<object?> keywords = [];
        if (citation.Published is { } published)
        {
            keywords.Add(TeamsLimits.Shorten(published.ToDisplayString(CultureInfo.InvariantCulture), TeamsLimits.Keyword));
        }

        if (citation.Page is { } page)
        {
            keywords.Add(string.Create(CultureInfo.InvariantCulture, $"page {page}"));
        }

        if (keywords.Count > 0)
        {
            appearance["keywords"] = keywords;
        }

        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["@type"] = "Claim",
            ["position"] = citation.Number,
            ["appearance"] = appearance,
        };
    }
}
