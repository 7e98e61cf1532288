using QnA.Core.Conflicts;

namespace QnA.Core.Answers;

/// <summary>One sentence of an answer with the quotes that carry it.</summary>
/// <param name="Text">The sentence, without citation numbers.</param>
/// <param name="Citations">The quotes that carry it; at least one.</param>
public sealed record Claim(string Text, IReadOnlyList<Citation> Citations)
{
    /// <summary>Gets the value that the sentence gives where articles disagree; <see langword="null"/> where they do not.</summary>
    public ConflictSide? Side { get; init; }

    /// <summary>Gets whether the sentence is its quote, so that showing both would say it twice.</summary>
    public bool IsQuote => Citations is [var only] && only.Quote.Text == Text;

    /// <summary>Returns the sentence and its citation numbers: <c>It opened in May. [1][2]</c>.</summary>
    public override string ToString() => Text + " " + string.Concat(Citations.Select(c => $"[{c.Number}]"));
}
