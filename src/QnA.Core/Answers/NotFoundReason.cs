using System.Globalization;
using QnA.Core.Retrieval;

namespace QnA.Core.Answers;

/// <summary>Why a question has no answer.</summary>
public enum NotFoundKind
{
    /// <summary>The question has no text.</summary>
    EmptyQuestion,

    /// <summary>The question is longer than <see cref="AnswerOptions.MaxQuestionLength"/>.</summary>
    QuestionTooLong,

    /// <summary>The question has no word that says what it is about.</summary>
    NoContentWords,

    /// <summary>There is no article to search.</summary>
    NoArticles,

    /// <summary>There are articles, but none passes the question's filter.</summary>
    NothingPassesFilter,

    /// <summary>No article has any of the question's words.</summary>
    NoMatch,

    /// <summary>Articles have some of the question's words, but not close enough together to be an answer.</summary>
    NotCloseEnough,

    /// <summary>What was drafted did not pass verification.</summary>
    NotVerified,

    /// <summary>The passages that were found were read, and hold no answer.</summary>
    NotInPassages,
}

/// <summary>Why a question has no answer, and what came closest.</summary>
/// <remarks>One factory per kind, so that every reason has its sentence for people.</remarks>
public sealed record NotFoundReason
{
    private NotFoundReason(NotFoundKind kind, string message)
    {
        Kind = kind;
        Message = message;
    }

    /// <summary>Gets the kind of reason.</summary>
    public NotFoundKind Kind { get; }

    /// <summary>Gets the reason in a sentence or two for people.</summary>
    public string Message { get; }

    /// <summary>Gets the content words of the question that no article has, as the person wrote them.</summary>
    public IReadOnlyList<string> MissingWords { get; private init; } = [];

    /// <summary>Gets quotes from the passages that came closest, best first; they are no answer.</summary>
    public IReadOnlyList<Citation> Nearest { get; private init; } = [];

    /// <summary>Gets what the question's filter has to do with it; <see langword="null"/> where the question has none, or it does not matter.</summary>
    public FilterEffect? Filter { get; private init; }

    /// <summary>The question has no text.</summary>
    public static NotFoundReason EmptyQuestion() =>
        new(NotFoundKind.EmptyQuestion, "The question is empty. Ask about something that the articles report.");

    /// <summary>The question is too long.</summary>
    /// <param name="length">Its length in UTF-16 code units.</param>
    /// <param name="maximum">The longest that is read.</param>
    public static NotFoundReason QuestionTooLong(int length, int maximum) =>
        new(
            NotFoundKind.QuestionTooLong,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The question has {length:N0} characters and at most {maximum:N0} are read. Ask it in fewer words."));

    /// <summary>The question has no word that says what it is about.</summary>
    public static NotFoundReason NoContentWords() =>
        new(NotFoundKind.NoContentWords, "The question has no word that says what it is about. Name a person, a place or a thing.");

    /// <summary>There is no article to search.</summary>
    public static NotFoundReason NoArticles() =>
        new(NotFoundKind.NoArticles, "There are no articles yet. Add some, then ask again.");

    /// <summary>No article passes the filter.</summary>
    public static NotFoundReason NothingPassesFilter(ArticleFilter filter) =>
        new(NotFoundKind.NothingPassesFilter, $"No article passes the filter {filter}.");

    /// <summary>No article has any of the question's words.</summary>
    public static NotFoundReason NoMatch(IReadOnlyList<string> missingWords) =>
        new(NotFoundKind.NoMatch, $"No article has any of these words: {Join(missingWords)}.") { MissingWords = missingWords };

    /// <summary>Articles have some of the words, but no place carries the question.</summary>
    public static NotFoundReason NotCloseEnough(IReadOnlyList<string> missingWords, IReadOnlyList<Citation> nearest) =>
        new(
            NotFoundKind.NotCloseEnough,
            missingWords.Count > 0
                ? $"No article has {(missingWords.Count == 1 ? "the word" : "the words")} {Join(missingWords)}, and no passage answers without."
                : "Articles have these words, but no passage has them close enough together to be an answer.")
        {
            MissingWords = missingWords,
            Nearest = nearest,
        };

    /// <summary>What was drafted did not pass verification.</summary>
    public static NotFoundReason NotVerified(IReadOnlyList<Citation> nearest) =>
        new(NotFoundKind.NotVerified, "An answer was drafted, but the articles do not carry it, so it is not shown.") { Nearest = nearest };

    /// <summary>The passages that were found were read, and hold no answer.</summary>
    public static NotFoundReason NotInPassages(IReadOnlyList<Citation> nearest) =>
        new(NotFoundKind.NotInPassages, "Articles have these words, but the passages that have them do not answer the question.")
        {
            Nearest = nearest,
        };

    /// <summary>Says what the filter has to do with it.</summary>
    /// <param name="effect">What is known of the filter.</param>
    public NotFoundReason Within(FilterEffect effect)
    {
        ArgumentNullException.ThrowIfNull(effect);
        return new NotFoundReason(Kind, $"{Message} {effect}") { MissingWords = MissingWords, Nearest = Nearest, Filter = effect };
    }

    private static string Join(IReadOnlyList<string> words) => string.Join(", ", words.Select(word => $"“{word}”"));
}
