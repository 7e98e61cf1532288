using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace QnA.Lucene.Analysis;

/// <summary>A stream of one word, to send through Lucene's filters.</summary>
internal sealed class SingleWordStream : TokenStream
{
    private readonly ICharTermAttribute _term;
    private readonly IKeywordAttribute _keyword;
    private string? _word;

    public SingleWordStream()
    {
        _term = AddAttribute<ICharTermAttribute>();
        _keyword = AddAttribute<IKeywordAttribute>();
    }

    /// <summary>Sets the word of the next run.</summary>
    public void Set(string word) => _word = word;

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (_word is null)
        {
            return false;
        }

        ClearAttributes();
        _term.SetEmpty();
        _term.Append(_word);
        _keyword.IsKeyword = false;
        _word = null;
        return true;
    }
}
