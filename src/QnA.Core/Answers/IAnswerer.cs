using QnA.Core.Articles;
using QnA.Core.Questions;
using QnA.Core.Retrieval;

namespace QnA.Core.Answers;

/// <summary>The third step of a question's path: drafts sentences and points at what supports each.</summary>
/// <remarks>Implementations are safe for concurrent use. Nothing that they give is trusted: verification follows.</remarks>
public interface IAnswerer
{
    /// <summary>Gets the name that answers carry, such as <c>extractive</c>.</summary>
    string Model { get; }

    /// <summary>Drafts the sentences of an answer, most important first.</summary>
    /// <param name="question">The question.</param>
    /// <param name="found">What the search found; has at least one passage.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Nothing where the passages hold no answer.</returns>
    IAsyncEnumerable<DraftClaim> DraftAsync(StandaloneQuestion question, SearchResult found, CancellationToken cancellationToken);
}

/// <summary>A sentence that nobody has verified yet.</summary>
/// <param name="Text">The sentence; <see langword="null"/> where the quote itself is the sentence.</param>
/// <param name="Support">Where it is said to stand; empty support is refused.</param>
public sealed record DraftClaim(string? Text, IReadOnlyList<DraftQuote> Support);

/// <summary>A place that is said to support a sentence.</summary>
/// <param name="Article">The article.</param>
/// <param name="Span">The place, in UTF-16 code units; checked before a quote is cut.</param>
public sealed record DraftQuote(Article Article, TextSpan Span);
