using QnA.Core.Articles;
using QnA.Core.Conflicts;
using QnA.Core.Questions;
using QnA.Core.Retrieval;
using QnA.Core.Verification;
using QnA.Text;

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
    /// <returns>
    /// Sentences, as <see cref="DraftClaim"/> or, where the answerer has had them verified already, as <see cref="CheckedClaim"/>, then at
    /// most one <see cref="DraftEnd"/>; no sentence at all where the passages hold no answer.
    /// </returns>
    IAsyncEnumerable<Draft> DraftAsync(StandaloneQuestion question, SearchResult found, CancellationToken cancellationToken);
}

/// <summary>One step of a draft.</summary>
public abstract record Draft;

/// <summary>A sentence that nobody has verified yet.</summary>
/// <param name="Text">The sentence; <see langword="null"/> where the quote itself is the sentence.</param>
/// <param name="Support">Where it is said to stand; empty support is refused.</param>
public sealed record DraftClaim(string? Text, IReadOnlyList<DraftQuote> Support) : Draft
{
    /// <summary>
    /// Gets why its own answerer refuses it; <see langword="null"/> where it does not. An objection is final: verification only ever
    /// removes.
    /// </summary>
    public RefusalReason? Objection { get; init; }

    /// <summary>
    /// Gets the value that the sentence gives where articles disagree; <see langword="null"/> where they do not. Sentences with values
    /// contradict one another.
    /// </summary>
    public ConflictSide? Side { get; init; }
}

/// <summary>How a draft came about; the last step of it.</summary>
/// <param name="Model">The name of what wrote the sentences, such as <c>gpt-x</c> or <c>extractive (gpt-x unavailable)</c>.</param>
public sealed record DraftEnd(string Model) : Draft
{
    /// <summary>Gets the version of the prompt; <see langword="null"/> where there was none.</summary>
    public string? PromptVersion { get; init; }

    /// <summary>Gets whether the model read the passages and said that they hold no answer.</summary>
    public bool SaysNotFound { get; init; }

    /// <summary>Gets whether what wrote the sentences failed before it was done, so that some may be missing.</summary>
    public bool IsCutShort { get; init; }

    /// <summary>Gets whether contradictions among what was found were looked for; those that there are have a <see cref="DraftClaim.Side"/>.</summary>
    public bool HasSoughtConflicts { get; init; }
}

/// <summary>A place that is said to support a sentence.</summary>
/// <param name="Article">The article.</param>
/// <param name="Span">The place, in UTF-16 code units; checked before a quote is cut.</param>
public sealed record DraftQuote(Article Article, TextSpan Span);
