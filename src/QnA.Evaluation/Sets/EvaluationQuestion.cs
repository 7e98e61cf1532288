using QnA.Core.Questions;

namespace QnA.Evaluation.Sets;

/// <summary>A question of a set, with what is known of its answer.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed record EvaluationQuestion
{
    /// <summary>Gets what identifies the question in its set, and in the file of answers.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the question, with the earlier turns of its conversation.</summary>
    public required Question Question { get; init; }

    /// <summary>Gets the language as the file gives it; <see langword="null"/> where it does not say.</summary>
    public string? Language { get; init; }

    /// <summary>Gets the kind of question as the file names it, such as <c>span</c> or <c>conflict</c>; <see langword="null"/> where it does not say.</summary>
    public string? Type { get; init; }

    /// <summary>Gets whether the articles answer it. Only a question that says <c>false</c> is unanswerable.</summary>
    public bool IsAnswerable { get; init; } = true;

    /// <summary>Gets the articles that answer it.</summary>
    public IReadOnlyList<string> ArticleIds { get; init; } = [];

    /// <summary>Gets exact parts of those articles that a good quote overlaps by half.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>Gets the places of the answer, of which a good quote holds one.</summary>
    public IReadOnlyList<AnswerPlace> AnswerPlaces { get; init; } = [];

    /// <summary>Gets the answers in words, for people who read the report.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>Gets, of a question on which articles disagree, the values that are right.</summary>
    public IReadOnlyList<string> TrueAnswers { get; init; } = [];

    /// <summary>Gets, of a question on which articles disagree, the values that are wrong.</summary>
    public IReadOnlyList<string> PlantedAnswers { get; init; } = [];

    /// <summary>Gets whether the question is one on which articles disagree.</summary>
    public bool IsConflict => Type == "conflict" && PlantedAnswers.Count > 0;
}

/// <summary>A question of a file, whatever is known of its answer.</summary>
/// <param name="Id">What identifies it; <see langword="null"/> where the file does not say.</param>
/// <param name="Question">The question, with the earlier turns of its conversation.</param>
public sealed record AskedQuestion(string? Id, Question Question);

/// <summary>The place of an answer.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Start">Its first character, in Unicode code points (not UTF-16 code units), as files of questions count.</param>
/// <param name="End">The code point after its last.</param>
public sealed record AnswerPlace(string ArticleId, int Start, int End);

/// <summary>A line of a file: what was read from it, or what was wrong with it.</summary>
/// <typeparam name="T">What a line holds.</typeparam>
/// <param name="Line">The line, from 1.</param>
/// <param name="Value">What was read; <see langword="null"/> where the line is wrong.</param>
/// <param name="Error">What was wrong and what belongs there; <see langword="null"/> where nothing was.</param>
public sealed record FileLine<T>(int Line, T? Value, string? Error)
    where T : class;
