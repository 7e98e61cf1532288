using QnA.Answering.Ranking;

namespace QnA.Training.Data;

/// <summary>How a question was asked whose evidence is kept.</summary>
internal enum Asked
{
    /// <summary>Of an index with the articles that answer it.</summary>
    WithGold,

    /// <summary>Of an index without them.</summary>
    WithoutGold,

    /// <summary>Of an index with the articles that answer it, without the paragraphs that do.</summary>
    WithoutPart,

    /// <summary>Although no article answers it: it was made to sound as if one did.</summary>
    Unanswerable,
}

/// <summary>The evidence of one question and whether the first quote was right.</summary>
/// <param name="Set">The set that the question is of.</param>
/// <param name="Group">The group of its article (see <see cref="ArticleGroups"/>).</param>
/// <param name="Asked">How it was asked.</param>
/// <param name="IsSmall">Whether the index had a few articles only.</param>
/// <param name="IsRight">Whether the first sentence answers it.</param>
/// <param name="Evidence">The evidence.</param>
internal sealed record Judgement(string Set, int Group, Asked Asked, bool IsSmall, bool IsRight, float[] Evidence);
