using Lucene.Net.Index;
using Lucene.Net.Util;
using LuceneTerm = Lucene.Net.Index.Term;

namespace QnA.Lucene.Index;

/// <summary>
/// Where the terms of one question stand in an index. Each is looked up once in each segment, however often its frequency, its statistics and
/// its documents are asked for: in an index of many segments looking up costs more than reading what is found.
/// </summary>
/// <remarks>Not safe for concurrent use. Valid as long as the view of the index that it was made for. Disposing lends its cursors to the next question.</remarks>
internal sealed class TermStates(PassageSearcher searcher) : IDisposable
{
    private readonly Dictionary<(string Field, string Term), FoundTerm> _found = [];
    private SegmentTerms[]? _segments = searcher.RentSegments();

    /// <summary>Returns how many documents have a term, deleted ones that are not merged away included.</summary>
    public int DocumentFrequency(string field, string term) => Find(field, term).DocumentFrequency;

    /// <summary>Returns where a term stands.</summary>
    public FoundTerm Find(string field, string term)
    {
        if (!_found.TryGetValue((field, term), out var found))
        {
            found = LookUp(field, new LuceneTerm(field, term).Bytes);
            _found.Add((field, term), found);
        }

        return found;
    }

    /// <summary>Returns the documents of a segment that have a term, with how often they have it; to be given back by <see cref="Return"/>.</summary>
    /// <returns><see langword="null"/> where none has it.</returns>
    public DocsEnum? Rent(AtomicReaderContext segment, FoundTerm term) =>
        term.States[segment.Ord] is { } state ? Segments[segment.Ord].Documents(term, state) : null;

    /// <inheritdoc cref="Rent(AtomicReaderContext, FoundTerm)"/>
    public DocsEnum? Rent(AtomicReaderContext segment, string field, string term) => Rent(segment, Find(field, term));

    /// <summary>Gives documents back when they have been read; nothing else may use them afterwards.</summary>
    public void Return(AtomicReaderContext segment, DocsEnum? documents) => Segments[segment.Ord].Return(documents);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_segments is { } segments)
        {
            _segments = null;
            searcher.ReturnSegments(segments);
        }
    }

    private SegmentTerms[] Segments => _segments ?? throw new ObjectDisposedException(nameof(TermStates));

    private FoundTerm LookUp(string field, BytesRef bytes)
    {
        var segments = Segments;
        var states = new TermState?[segments.Length];
        var (documents, occurrences) = (0, 0L);
        for (var i = 0; i < states.Length; i++)
        {
            if (segments[i].TermsOf(field) is { } terms && terms.SeekExact(bytes))
            {
                states[i] = terms.GetTermState();
                documents += terms.DocFreq;
                occurrences += terms.TotalTermFreq;
            }
        }

        return new FoundTerm(field, bytes, states, documents, occurrences);
    }
}

/// <summary>Where a term stands in the segments of an index.</summary>
/// <param name="Field">Its field.</param>
/// <param name="Bytes">The term.</param>
/// <param name="States">Its place in each segment, by the segment's number; <see langword="null"/> where a segment does not have it.</param>
/// <param name="DocumentFrequency">How many documents have it, deleted ones that are not merged away included.</param>
/// <param name="Occurrences">How often they have it, all together.</param>
internal sealed record FoundTerm(string Field, BytesRef Bytes, TermState?[] States, int DocumentFrequency, long Occurrences);
