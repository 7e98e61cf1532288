namespace QnA.Models.Output;

/// <summary>A sentence that a model wrote and the ids that it wrote behind it.</summary>
/// <param name="Text">The sentence, without ids and Markdown; not empty.</param>
/// <param name="Ids">The ids, in the order written; empty where it wrote none that can be read.</param>
/// <param name="HasMark">Whether it wrote anything in brackets that looks like a source.</param>
internal sealed record ParsedClaim(string Text, IReadOnlyList<SentenceId> Ids, bool HasMark);
