using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Util;

namespace QnA.Search.Analysis;

/// <summary>Makes the search terms of a text: the same for articles and questions.</summary>
/// <remarks>
/// Words by Unicode Standard Annex 29, folded (<see cref="FoldingFilter"/>), with English possessives and endings removed (Porter
/// 1980); Chinese, Japanese, Korean and Thai as overlapping pairs of characters. An English ending taken off a word of another
/// language is taken off on both sides, so such words are still found.
/// </remarks>
internal sealed class ArticleAnalyzer : Analyzer
{
    /// <summary>The version of what this class does; an index made by another version does not fit.</summary>
    public const string Version = "1";

    /// <inheritdoc/>
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var tokenizer = new StandardTokenizer(LuceneVersion.LUCENE_48, reader);
        TokenStream stream = new ThaiBigramFilter(tokenizer);
        stream = new FoldingFilter(stream);
        stream = new EnglishPossessiveFilter(LuceneVersion.LUCENE_48, stream);
        stream = new LowerCaseFilter(LuceneVersion.LUCENE_48, stream);
        stream = new CJKBigramFilter(stream);
        stream = new PorterStemFilter(stream);
        return new TokenStreamComponents(tokenizer, stream);
    }
}
