namespace QnA.Text.Words;

/// <summary>Leads the forms of a word of one language to one search term: <c>ferries</c> and <c>ferry</c>.</summary>
/// <remarks>Safe for concurrent use. The same word gives the same term on every machine, for what an index holds was made by it.</remarks>
public interface IStemmer
{
    /// <summary>Returns the search term of a word.</summary>
    /// <param name="word">The word as it is written; not empty.</param>
    /// <returns>The term; never empty.</returns>
    string TermOf(string word);
}
