using System.Globalization;
using QnA.Core.Retrieval;

namespace QnA.Core.Answers;

/// <summary>What a filter has to do with a question that has no answer.</summary>
/// <param name="Filter">The filter.</param>
/// <param name="Passing">How many articles pass it.</param>
/// <param name="All">How many there are.</param>
/// <param name="FoundWithout">Whether a search of all of them finds passages that may hold the answer.</param>
public sealed record FilterEffect(ArticleFilter Filter, int Passing, int All, bool FoundWithout)
{
    /// <summary>Returns a sentence or two for people.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Passing:N0} of {All:N0} articles pass the filter {Filter}. {(FoundWithout ? "Without the filter something is found: ask again without it." : "Without the filter nothing is found either.")}");
}
