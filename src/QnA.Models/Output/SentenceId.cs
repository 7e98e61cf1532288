using System.Globalization;

namespace QnA.Models.Output;

/// <summary>The id under which a prompt shows a sentence: <c>2.3</c> is the third sentence of the second passage.</summary>
/// <param name="Passage">The number of the passage, from 1.</param>
/// <param name="Sentence">The number of the sentence in its passage, from 1.</param>
internal readonly record struct SentenceId(int Passage, int Sentence)
{
    /// <summary>Returns the id as it stands in prompts.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Passage}.{Sentence}");
}
