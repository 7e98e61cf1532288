using QnA.Text;

namespace QnA.Core.Articles;

/// <summary>A few neighbouring sentences of one article: what search ranks.</summary>
/// <param name="ArticleId">The id of the article.</param>
/// <param name="Span">Where the passage stands in the article's text, in UTF-16 code units.</param>
/// <param name="Sentences">The spans of its sentences in reading order; at least one, none empty, none overlapping.</param>
public sealed record Passage(string ArticleId, TextSpan Span, IReadOnlyList<TextSpan> Sentences);
