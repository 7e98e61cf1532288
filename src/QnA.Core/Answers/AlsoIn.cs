using QnA.Core.Articles;

namespace QnA.Core.Answers;

/// <summary>Another article that has the same text, with the quoted words in it.</summary>
/// <param name="Quote">The words where they stand in that article; white space may differ from the citation's, nothing else.</param>
/// <param name="Title">The title of that article.</param>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed record AlsoIn(Quote Quote, string Title)
{
    /// <summary>Gets the address of the article, with a text fragment that shows the words; <see langword="null"/> where it has none.</summary>
    public string? Url { get; init; }

    /// <summary>Gets when the article was published; <see langword="null"/> where unknown.</summary>
    public PublicationDate? Published { get; init; }

    /// <summary>Makes the mention of a copy.</summary>
    /// <param name="quote">The quote, of another article.</param>
    /// <param name="copy">The copy of that article.</param>
    /// <returns><see langword="null"/> where the copy does not have the quoted words.</returns>
    public static AlsoIn? Of(Quote quote, Article copy)
    {
        ArgumentNullException.ThrowIfNull(quote);
        ArgumentNullException.ThrowIfNull(copy);
        return SameWords.Find(copy.Text, quote.Text) is not { } span || !copy.Text.TryCut(span, out var same) ? null : new AlsoIn(same, copy.Title)
        {
            Url = copy.Url is null ? null : TextFragment.AppendTo(copy.Url, same.Text),
            Published = copy.Published,
        };
    }
}
