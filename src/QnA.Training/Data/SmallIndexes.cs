namespace QnA.Training.Data;

/// <summary>Chooses articles of a set for collections of one to three articles.</summary>
internal static class SmallIndexes
{
    private const int Count = 12;

    /// <summary>Chooses articles from all over a set.</summary>
    /// <param name="articles">How many it has.</param>
    /// <returns>The places of the articles of each collection, at most twelve; none is in two.</returns>
    public static IEnumerable<Range> Of(int articles)
    {
        var next = 0;
        for (var i = 0; i < Count && next < articles; i++)
        {
            var start = Math.Max(next, i * articles / Count);
            next = Math.Min(articles, start + 1 + (i % 3));
            yield return start..next;
        }
    }
}
