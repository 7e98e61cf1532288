using QnA.Core.Articles;
using QnA.Text;

namespace QnA.Core.Conflicts;

/// <summary>One of the values that articles give for the same thing.</summary>
/// <param name="Value">The value as the article writes it: <c>12 May 2019</c>; of two sentences of which one denies, empty in the one that does not.</param>
/// <param name="IsCorrection">Whether the sentence says of itself that it corrects an earlier statement.</param>
public sealed record ConflictSide(string Value, bool IsCorrection = false);

/// <summary>The sentence that gives one of the values.</summary>
/// <param name="Article">The article.</param>
/// <param name="Sentence">The sentence, in UTF-16 code units.</param>
/// <param name="Value">The value in it; empty, at the sentence's start, where the value is no words of the sentence.</param>
/// <param name="Side">The value.</param>
public sealed record ConflictSentence(Article Article, TextSpan Sentence, TextSpan Value, ConflictSide Side);
