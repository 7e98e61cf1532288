using Lucene.Net.Index;
using Lucene.Net.Search;
using LuceneTerm = Lucene.Net.Index.Term;

namespace QnA.Search.Index;

/// <summary>
/// Where the terms of one question stand in an index. Each is looked up once in each segment, however often its frequency, its query and
/// its documents are asked for: in an index of many segments looking up costs more than reading what is found.
/// </summary>
/// <remarks>Not safe for concurrent use. Valid as long as the view of the index that it was made for.</remarks>
internal sealed class TermStates(PassageSearcher searcher)
{
    private readonly Dictionary<(string Field, string Term), TermContext> _found = [];

    /// <summary>Returns how many documents have a term, deleted ones that are not merged away included.</summary>
    public int DocumentFrequency(string field, string term) => Find(field, term).DocFreq;

    /// <summary>Returns a query for a term.</summary>
    public TermQuery Query(string field, string term) => new(new LuceneTerm(field, term), Find(field, term));

    /// <summary>Returns the documents of a segment that have a term, with how often they have it.</summary>
    /// <returns><see langword="null"/> where none has it.</returns>
    public DocsEnum? Documents(AtomicReaderContext segment, string field, string term)
    {
        if (Find(field, term).Get(segment.Ord) is not { } state || segment.AtomicReader.GetTerms(field) is not { } terms)
        {
            return null;
        }

        var place = terms.GetEnumerator();
        place.SeekExact(new LuceneTerm(field, term).Bytes, state);
        return place.Docs(segment.AtomicReader.LiveDocs, reuse: null);
    }

    private TermContext Find(string field, string term)
    {
        if (!_found.TryGetValue((field, term), out var context))
        {
            context = TermContext.Build(searcher.TopReaderContext, new LuceneTerm(field, term));
            _found.Add((field, term), context);
        }

        return context;
    }
}
