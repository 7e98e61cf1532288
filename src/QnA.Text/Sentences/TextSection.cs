namespace QnA.Text.Sentences;

/// <summary>The sentences under one heading.</summary>
/// <param name="Heading">The heading; <see langword="null"/> where the text has none.</param>
/// <param name="Sentences">The sentences in reading order; none longer than <see cref="SentenceSplitter.MaxSentenceLength"/>.</param>
internal sealed record TextSection(TextSpan? Heading, IReadOnlyList<TextSpan> Sentences);
