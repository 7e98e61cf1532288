using QnA.Core.Articles;
using QnA.Core.Retrieval;

namespace QnA.Core.Answers;

/// <summary>A numbered quote as a person sees it.</summary>
/// <param name="Number">The number in the answer's text, <c>[1]</c>; counted from 1 in the order of first use.</param>
/// <param name="Quote">The quote.</param>
/// <param name="Title">The title of the article.</param>
public sealed record Citation(int Number, Quote Quote, string Title)
{
    /// <summary>Gets the address of the article, with a text fragment that shows the quote; <see langword="null"/> where it has none.</summary>
    public string? Url { get; init; }

    /// <summary>Gets when the article was published; <see langword="null"/> where unknown.</summary>
    public PublicationDate? Published { get; init; }

    /// <summary>Gets the page that the quote starts on, from 1; <see langword="null"/> where the source has no pages.</summary>
    public int? Page { get; init; }

    /// <summary>
    /// Gets the other articles that have the same text, with the quoted words in it, in the order of their ids: syndicated copies, cut or
    /// under other titles. Empty where there is none.
    /// </summary>
    public IReadOnlyList<AlsoIn> AlsoIn { get; init; } = [];

    /// <summary>Makes the citation of a quote.</summary>
    /// <param name="number">The number; 1 or more.</param>
    /// <param name="quote">The quote.</param>
    /// <param name="article">The article that the quote was cut from.</param>
    /// <param name="copies">What is known of copies of the article; <see langword="null"/> for nothing.</param>
    public static Citation Of(int number, Quote quote, Article article, ArticleCopies? copies = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentNullException.ThrowIfNull(quote);
        ArgumentNullException.ThrowIfNull(article);
        return new Citation(number, quote, article.Title)
        {
            Url = article.Url is null ? null : TextFragment.AppendTo(article.Url, quote.Text),
            Published = article.Published,
            Page = article.PageAt(quote.Span.Start),
            AlsoIn = copies is null ? [] : [.. copies.Of(article.Id).Select(copy => Answers.AlsoIn.Of(quote, copy)).OfType<AlsoIn>()],
        };
    }
}
