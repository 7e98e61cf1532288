using System.Globalization;
using QnA.Core.Access;
using QnA.Core.Ingestion;

namespace QnA.Core.Conversations;

/// <summary>Says how much there is to answer from.</summary>
public static class CollectionDescription
{
    /// <summary>Describes in a few sentences the articles that a reader may see.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="reader">Who asks.</param>
    /// <param name="escape">Makes text of articles safe to show, on one line.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArticleStoreException">The store cannot be read.</exception>
    public static async Task<string> OfAsync(
        IVisibleArticles articles, Reader reader, Func<string, string> escape, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(escape);
        var statistics = await articles.GetStatisticsAsync(reader, cancellationToken).ConfigureAwait(false);
        var text = string.Create(CultureInfo.InvariantCulture, $"I answer from {statistics.Articles:N0} articles with {statistics.Passages:N0} passages.");
        var overview = await articles.GetOverviewAsync(reader, cancellationToken).ConfigureAwait(false);
        if (overview.Languages.Count > 0)
        {
            text += $" {(overview.Languages.Count == 1 ? "Language" : "Languages")}: {string.Join(", ", overview.Languages.Select(l => escape(NameOf(l))))}.";
        }

        return overview.Newest is { } newest ? $"{text} The newest is of {newest.ToDisplayString(CultureInfo.InvariantCulture)}." : text;
    }

    private static string NameOf(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language).EnglishName;
        }
        catch (CultureNotFoundException)
        {
            return language;
        }
    }
}
