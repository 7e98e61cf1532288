namespace QnA.Answering.Retrieval;

/// <summary>What passages are looked for by.</summary>
/// <param name="Terms">The words of the question, in its order.</param>
/// <param name="Context">Search terms that help to find passages but are not asked for; counted by nobody.</param>
internal sealed record PassageQuery(IReadOnlyList<QueryTerm> Terms, IReadOnlyList<string> Context);

/// <summary>A word that passages are looked for by.</summary>
/// <param name="Variants">Its search terms in the languages of the collection; at least one.</param>
/// <param name="Passages">How many passages have it, see <see cref="Core.Retrieval.ICollectionStatistics"/>.</param>
/// <param name="Weight">How much it counts beside its rarity; 0 to 1.</param>
/// <param name="IsFunctionWord">Whether it only shapes the question.</param>
internal sealed record QueryTerm(IReadOnlyList<string> Variants, int Passages, double Weight, bool IsFunctionWord);
