using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using QnA.Core.Answers;
using QnA.Core.Articles;
using QnA.Core.Conflicts;
using QnA.Core.Retrieval;
using QnA.Core.Verification;
using QnA.Text;

namespace QnA.Models.Caching;

/// <summary>The draft of an answer as it is kept: sentences and places, but no text of articles.</summary>
/// <param name="PromptVersion">The version of the prompt that it was written with.</param>
/// <param name="Claims">The sentences, those included that were refused.</param>
internal sealed record CachedAnswer(string PromptVersion, IReadOnlyList<CachedClaim> Claims)
{
    /// <summary>Makes what is kept of a draft.</summary>
    public static CachedAnswer Of(string promptVersion, IEnumerable<DraftClaim> claims) => new(
        promptVersion,
        [
            .. claims.Select(claim => new CachedClaim(
                claim.Text,
                claim.Objection,
                [.. claim.Support.Select(s => new CachedPlace(s.Article.Id, s.Article.Text.Version, s.Span.Start, s.Span.End))])
            {
                Side = claim.Side,
            }),
        ]);

    /// <summary>Returns the bytes that are kept.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, CachedAnswerJson.Default.CachedAnswer);

    /// <summary>Reads what was kept.</summary>
    /// <returns><see langword="null"/> for bytes of another version of the program.</returns>
    public static CachedAnswer? Read(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, CachedAnswerJson.Default.CachedAnswer);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Leads the places back to the articles as they are now.</summary>
    /// <param name="found">What the search found for this question just now; no other article is quoted.</param>
    /// <param name="claims">The sentences as drafts, which verification follows.</param>
    /// <returns><see langword="false"/> where a place is in no article that was found, or its text has changed.</returns>
    public bool TryResolve(SearchResult found, [NotNullWhen(true)] out List<DraftClaim>? claims)
    {
        var articles = new Dictionary<string, Article>(StringComparer.Ordinal);
        foreach (var passage in found.Passages)
        {
            articles[passage.Article.Id] = passage.Article;
        }

        claims = [];
        foreach (var claim in Claims)
        {
            var support = new List<DraftQuote>(claim.Support.Count);
            foreach (var (articleId, version, start, end) in claim.Support)
            {
                if (!articles.TryGetValue(articleId, out var article) || article.Text.Version != version
                    || start < 0 || end <= start || end > article.Text.Length)
                {
                    claims = null;
                    return false;
                }

                support.Add(new DraftQuote(article, new TextSpan(start, end)));
            }

            claims.Add(new DraftClaim(claim.Text, support) { Objection = claim.Objection, Side = claim.Side });
        }

        return true;
    }
}

/// <summary>A sentence of a kept draft.</summary>
internal sealed record CachedClaim(string? Text, RefusalReason? Objection, IReadOnlyList<CachedPlace> Support)
{
    /// <summary>Gets the value that the sentence gives where articles disagree.</summary>
    public ConflictSide? Side { get; init; }
}

/// <summary>A place that a kept sentence points at, in UTF-16 code units of a version of an article.</summary>
internal sealed record CachedPlace(string ArticleId, string Version, int Start, int End);

[JsonSerializable(typeof(CachedAnswer))]
internal sealed partial class CachedAnswerJson : JsonSerializerContext;
