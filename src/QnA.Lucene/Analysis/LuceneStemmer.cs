using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using QnA.Text.Words;

namespace QnA.Lucene.Analysis;

/// <summary>Makes search terms by Lucene's filters of a language, then folds them.</summary>
/// <remarks>Safe for concurrent use: one word at a time goes through the filters.</remarks>
internal sealed class LuceneStemmer : IStemmer, IDisposable
{
    private readonly System.Threading.Lock _gate = new();
    private readonly SingleWordStream _word = new();
    private readonly TokenStream _filters;
    private readonly ICharTermAttribute _term;

    /// <summary>Creates the stemmer of a language.</summary>
    /// <param name="language">Two or three lower-case letters (ISO 639).</param>
    public LuceneStemmer(string language)
    {
        _filters = new FoldingFilter(LanguageFilters.Add(language, _word));
        _term = _filters.GetAttribute<ICharTermAttribute>();
    }

    /// <inheritdoc/>
    public string TermOf(string word)
    {
        lock (_gate)
        {
            _word.Set(word);
            _filters.Reset();
            var term = _filters.IncrementToken() && _term.Length > 0 ? _term.ToString()! : word;
            _filters.End();
            return term;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _filters.Dispose();
        _word.Dispose();
    }
}
