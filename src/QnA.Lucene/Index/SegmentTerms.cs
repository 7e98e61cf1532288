using Lucene.Net.Index;

namespace QnA.Lucene.Index;

/// <summary>The cursors by which one question after the other reads terms and their documents in a segment: making them costs more than using them.</summary>
/// <remarks>For one question at a time.</remarks>
internal sealed class SegmentTerms(AtomicReaderContext segment)
{
    // More than the terms of a long question have in fields; each takes some 2 KB.
    private const int MaxKept = 64;

    private readonly List<(string Field, TermsEnum? Terms)> _terms = [];
    private readonly Stack<DocsEnum> _documents = new();

    /// <summary>Returns the cursor over the terms of a field; <see langword="null"/> where the segment has none.</summary>
    public TermsEnum? TermsOf(string field)
    {
        foreach (var (name, known) in _terms)
        {
            if (name == field)
            {
                return known;
            }
        }

        var terms = segment.AtomicReader.GetTerms(field)?.GetEnumerator();
        _terms.Add((field, terms));
        return terms;
    }

    /// <summary>Returns the documents that have a term, with how often they have it.</summary>
    public DocsEnum Documents(FoundTerm term, TermState state)
    {
        var terms = TermsOf(term.Field)!;
        terms.SeekExact(term.Bytes, state);
        _documents.TryPop(out var reuse);
        return terms.Docs(segment.AtomicReader.LiveDocs, reuse);
    }

    /// <summary>Takes documents back when they have been read.</summary>
    public void Return(DocsEnum? documents)
    {
        if (documents is not null && _documents.Count < MaxKept)
        {
            _documents.Push(documents);
        }
    }
}
