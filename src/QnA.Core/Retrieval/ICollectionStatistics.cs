namespace QnA.Core.Retrieval;

/// <summary>What ranking has to know of a collection as a whole: how rare a word is in it, and which languages it has.</summary>
/// <remarks>Of one view that stays as it is. A word that none of the articles has that may be searched counts as one that none has at all.</remarks>
public interface ICollectionStatistics
{
    /// <summary>Gets the languages of the articles, as ISO 639 codes in ordinal order; empty where there are no articles.</summary>
    IReadOnlyList<string> Languages { get; }

    /// <summary>Gets how many passages the collection has, whatever may be searched of it.</summary>
    int PassageCount { get; }

    /// <summary>Counts the passages that have search terms, in their text or in what stands over it, whichever are more.</summary>
    /// <param name="terms">Search terms, as the collection's analysis makes them; some may be repeated.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>
    /// How many passages of the whole collection have each term, in the order asked; 0 where no article that may be searched has it. Articles that
    /// were removed may be counted until the store has tidied up.
    /// </returns>
    ValueTask<IReadOnlyList<int>> CountPassagesAsync(IReadOnlyList<string> terms, CancellationToken cancellationToken);
}
