using QnA.Core.Questions;
using QnA.Core.Retrieval;
using QnA.Core.Usage;
using QnA.Core.Verification;

namespace QnA.Core.Answers;

/// <summary>What QnA says to a question, with everything that proves it.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed record Answer
{
    /// <summary>Gets the question as the person asked it.</summary>
    public required Question Question { get; init; }

    /// <summary>Gets the question as it was searched for.</summary>
    public required StandaloneQuestion Standalone { get; init; }

    /// <summary>Gets how the question ended.</summary>
    public required AnswerStatus Status { get; init; }

    /// <summary>Gets the answer in plain text with citation numbers; for <c>not_found</c> and <c>error</c> a sentence that says so.</summary>
    public required string Text { get; init; }

    /// <summary>Gets the sentences of the answer; empty where nothing was found; after an error those that were sent before it.</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];

    /// <summary>Gets the quotes of the answer in the order of their numbers, best first.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>Gets how sure the answer is; 0 to 1, comparable between questions. Also given where nothing was found.</summary>
    public required double Confidence { get; init; }

    /// <summary>Gets why there is no answer; <see langword="null"/> unless the status is <see cref="AnswerStatus.NotFound"/>.</summary>
    public NotFoundReason? Why { get; init; }

    /// <summary>Gets the passages that were found, best first.</summary>
    public IReadOnlyList<RetrievedPassage> Retrieved { get; init; } = [];

    /// <summary>Gets the tags of the articles of <see cref="Retrieved"/>, each once: whoever may not see one of them may not see the answer.</summary>
    public IReadOnlyList<string> TagsLookedAt => [.. Retrieved.SelectMany(passage => passage.Article.Tags).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Gets what was drafted but refused by verification.</summary>
    public IReadOnlyList<RefusedClaim> Refused { get; init; } = [];

    /// <summary>Gets the name of what wrote the answer.</summary>
    public required string Model { get; init; }

    /// <summary>Gets the version of the prompt that the model was given; <see langword="null"/> where there was none.</summary>
    public string? PromptVersion { get; init; }

    /// <summary>Gets what the calls to models took, one entry for each model; empty where no model was asked.</summary>
    public IReadOnlyList<ModelUsage> Usage { get; init; } = [];

    /// <summary>Gets when the answer was complete.</summary>
    public required DateTimeOffset AnsweredAt { get; init; }

    /// <summary>Gets how long the steps took.</summary>
    public required AnswerTimings Timings { get; init; }
}

/// <summary>How long the steps of an answer took.</summary>
/// <param name="Rewrite">Making the question stand alone.</param>
/// <param name="Search">Finding passages and ranking sentences.</param>
/// <param name="FirstClaim">From the question to the first verified sentence; zero where there was none.</param>
/// <param name="Total">From the question to the whole answer.</param>
public sealed record AnswerTimings(TimeSpan Rewrite, TimeSpan Search, TimeSpan FirstClaim, TimeSpan Total);
