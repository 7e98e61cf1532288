using QnA.Core.Access;
using QnA.Core.Articles;
using QnA.Core.Questions;
using QnA.Text;

namespace QnA.Core.Retrieval;

/// <summary>The second step of a question's path: finds the passages, and in them the sentences, that may hold the answer.</summary>
/// <remarks>Implementations are safe for concurrent use, and for use while articles are added.</remarks>
public interface IPassageSearch
{
    /// <summary>Finds passages and ranks their sentences.</summary>
    /// <param name="question">What to look for; not empty.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What was found, the same for the same question and the same articles; empty lists where nothing was.</returns>
    ValueTask<SearchResult> SearchAsync(StandaloneQuestion question, CancellationToken cancellationToken);
}

/// <summary>What a search found.</summary>
public sealed record SearchResult
{
    /// <summary>Gets the passages, best first.</summary>
    public required IReadOnlyList<RetrievedPassage> Passages { get; init; }

    /// <summary>Gets the sentences of the passages, best first; each place of an article at most once.</summary>
    public required IReadOnlyList<RankedSentence> Sentences { get; init; }

    /// <summary>
    /// Gets how far the best place carries the question: 0 (not at all) to 1. Comparable between questions and collections. Of a question
    /// in parts, how far the least carried part is, if one place carries the whole no better.
    /// </summary>
    public required double Confidence { get; init; }

    /// <summary>Gets the content words of the question that no article that was searched has, as the person wrote them, in the question's order.</summary>
    public IReadOnlyList<string> MissingWords { get; init; } = [];

    /// <summary>Gets whether the question has a word that says what it is about, beyond words such as "what" or "the".</summary>
    public bool HasContentWords { get; init; } = true;

    /// <summary>
    /// Gets which of the articles are copies of one text, and which others are copies of them. The sentences hold what copies say alike
    /// once; where copies differ, in a number for example, both are there.
    /// </summary>
    public ArticleCopies Copies { get; init; } = ArticleCopies.None;

    /// <summary>Gets the questions that were asked in one, in its order, each with what was found for it alone; empty where one thing is asked.</summary>
    public IReadOnlyList<QuestionPart> Parts { get; init; } = [];

    /// <summary>Gets how many articles were searched: those that pass the question's filter.</summary>
    public int ArticleCount { get; init; }

    /// <summary>Gets what the reader could see when it was searched; nothing else was looked at.</summary>
    public ArticleVisibility Visibility { get; init; } = ArticleVisibility.Everything;

    /// <summary>Gets how many articles there are that the reader may see, whether they pass the filter or not; the default is <see cref="ArticleCount"/>.</summary>
    public int UnfilteredCount { get => field < 0 ? ArticleCount : field; init; } = -1;
}

/// <summary>One of several questions that were asked in one.</summary>
/// <param name="Text">The part, made to stand alone.</param>
/// <param name="Sentences">What was found for it, best first.</param>
/// <param name="Confidence">How far the best place carries it: 0 to 1.</param>
public sealed record QuestionPart(string Text, IReadOnlyList<RankedSentence> Sentences, double Confidence);

/// <summary>A passage that a search found.</summary>
/// <param name="Article">The article that holds the passage.</param>
/// <param name="Passage">The passage.</param>
/// <param name="Score">How well it matches; comparable within one search only.</param>
public sealed record RetrievedPassage(Article Article, Passage Passage, double Score);

/// <summary>A sentence of a passage that a search found.</summary>
/// <param name="Article">The article that holds the sentence.</param>
/// <param name="Span">Where it stands in the article's text, in UTF-16 code units.</param>
/// <param name="Score">How well it answers; comparable within one search only.</param>
public sealed record RankedSentence(Article Article, TextSpan Span, double Score);
