using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using QnA.Core.Access;
using QnA.Core.Retrieval;
using QnA.Lucene.Index;

namespace QnA.Lucene.Retrieval;

/// <summary>The articles that a question may be answered from, with their passages, as a Lucene filter: it leaves scores and statistics as they are.</summary>
/// <remarks>Worked out once for each segment of the index; safe for concurrent use.</remarks>
internal sealed class ArticleScope(ArticleFilter filter, ArticleVisibility visibility) : Filter
{
    // A segment never changes; deleted documents are left out when the bits are used.
    private readonly ConditionalWeakTable<object, FixedBitSet> _bits = [];
    private readonly ConditionalWeakTable<PassageSearcher, ScopeSummary> _summaries = [];

    /// <inheritdoc/>
    public override DocIdSet GetDocIdSet(AtomicReaderContext context, IBits acceptDocs) => BitsFilteredDocIdSet.Wrap(BitsOf(context), acceptDocs);

    /// <summary>Returns the documents of a segment that are of the scope, deleted ones included.</summary>
    public FixedBitSet BitsOf(AtomicReaderContext leaf) =>
        _bits.GetValue(leaf.AtomicReader.CoreCacheKey, _ => ScopeBits.Of(leaf.AtomicReader, filter, visibility));

    /// <summary>Tells what the articles of the scope are.</summary>
    public ScopeSummary Summarize(PassageSearcher searcher) => _summaries.GetValue(searcher, view => ScopeSummary.Of(view, this));

    /// <summary>Tells whether any passage of the scope has a term in its text or title.</summary>
    public bool Has(PassageSearcher searcher, TermStates states, string term)
    {
        foreach (var leaf in searcher.IndexReader.Leaves)
        {
            var bits = BitsOf(leaf);
            if (HasAny(states, leaf, IndexFields.Text, term, bits) || HasAny(states, leaf, IndexFields.Title, term, bits))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasAny(TermStates states, AtomicReaderContext leaf, string field, string term, FixedBitSet bits)
    {
        var documents = states.Rent(leaf, field, term);
        var has = false;
        while (!has && documents is not null && documents.NextDoc() is var document && document != DocIdSetIterator.NO_MORE_DOCS)
        {
            has = bits.Get(document);
        }

        states.Return(leaf, documents);
        return has;
    }
}
