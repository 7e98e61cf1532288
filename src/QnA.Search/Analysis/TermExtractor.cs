using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace QnA.Search.Analysis;

/// <summary>Reads the terms of a piece of text.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class TermExtractor(Analyzer analyzer)
{
    /// <summary>Returns the terms in the order of the text.</summary>
    public List<Term> Extract(ReadOnlySpan<char> text)
    {
        var terms = new List<Term>();
        using var stream = analyzer.GetTokenStream("", new StringReader(text.ToString()));
        var term = stream.GetAttribute<ICharTermAttribute>();
        var offset = stream.GetAttribute<IOffsetAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            terms.Add(new Term(term.ToString()!, offset.StartOffset, offset.EndOffset));
        }

        stream.End();
        return terms;
    }
}
