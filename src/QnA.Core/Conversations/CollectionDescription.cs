using System.Globalization;
using QnA.Core.Ingestion;

namespace QnA.Core.Conversations;

/// <summary>Says how much there is to answer from.</summary>
public static class CollectionDescription
{
    /// <summary>Describes a store in a few sentences.</summary>
    /// <param name="store">The store.</param>
    /// <param name="escape">Makes text of articles safe to show, on one line.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArticleStoreException">The store cannot be read.</exception>
    public static async Task<string> OfAsync(IArticleStore store, Func<string, string> escape, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(escape);
        var statistics = await store.GetStatisticsAsync(cancellationToken).ConfigureAwait(false);
        var text = string.Create(CultureInfo.InvariantCulture, $"I answer from {statistics.Articles:N0} articles with {statistics.Passages:N0} passages.");
        var overview = await store.GetOverviewAsync(cancellationToken).ConfigureAwait(false);
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
