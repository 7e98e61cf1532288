using QnA.Answering.Lexicon;

namespace QnA.Answering.Questions;

/// <summary>Something that a question names and a later one may point to.</summary>
/// <param name="First">Its first word's place in the question, the article included.</param>
/// <param name="Last">Its last word's place.</param>
/// <param name="Text">Its words.</param>
/// <param name="Kinds">What may stand for it.</param>
internal sealed record Referent(int First, int Last, string Text, Referable Kinds)
{
    /// <summary>Gets whether it has a name, or where nouns have capitals, stands without an article.</summary>
    public bool IsName { get; init; }

    /// <summary>Gets whether it begins with an article.</summary>
    public bool HasArticle { get; init; }

    /// <summary>Gets whether it is certain where it ends.</summary>
    public bool IsSure { get; init; } = true;
}
