using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using QnA.Answering.Analysis;
using QnA.Core.Articles;
using QnA.Core.Retrieval;
using QnA.Lucene.Analysis;
using QnA.Lucene.Duplicates;
using QnA.Text.Likeness;
using QnA.Text;

namespace QnA.Lucene.Index;

/// <summary>Makes the documents of articles, one article after the other in the same fields: making fields costs as much as their terms.</summary>
/// <remarks>For one thread at a time.</remarks>
internal sealed class ArticleBlock : IDisposable
{
    private static readonly FieldType TermsType = new()
    {
        IsIndexed = true,
        IsTokenized = true,
        IndexOptions = global::Lucene.Net.Index.IndexOptions.DOCS_AND_FREQS,
    };

    private static readonly FieldType KeysType = new(TermsType)
    {
        OmitNorms = true,
        IndexOptions = global::Lucene.Net.Index.IndexOptions.DOCS_AND_FREQS_AND_POSITIONS,
    };

    private readonly TextWords _words = new();
    private readonly SketchBuilder _sketches = new();
    private readonly TermStream _textTerms = new();
    private readonly TermStream _titleTerms = new();
    private readonly KeyStream _keys = new();
    private readonly Field _articleId = new StringField(IndexFields.Article, "", Field.Store.NO);
    private readonly Field _passage = new BinaryDocValuesField(IndexFields.Passage, new BytesRef());
    private readonly Field _vector = new BinaryDocValuesField(IndexFields.Vector, new BytesRef());
    private readonly IIndexableField[] _ofPassage;
    private readonly Field _articleTerms;
    private readonly Field _copyKeys;
    private readonly List<IIndexableField> _ofArticle = [];
    private Article? _article;
    private LanguageAnalysis? _analysis;
    private string? _textLanguage;
    private TextSketch? _sketch;

    public ArticleBlock()
    {
        _ofPassage = [_articleId, new Field(IndexFields.Text, _textTerms, TermsType), new Field(IndexFields.Title, _titleTerms, TermsType), _passage];
        _articleTerms = new Field(IndexFields.ArticleTerms, _textTerms, TermsType);
        _copyKeys = new Field(IndexFields.CopyKey, _keys, KeysType);
    }

    /// <summary>Gets the passages of the article at hand.</summary>
    public List<(Passage Passage, IReadOnlyList<TextSpan> Headings)> Passages { get; } = [];

    /// <summary>Reads an article, whose documents are read next.</summary>
    /// <param name="article">The article.</param>
    /// <param name="textLanguage">The language that its text is read in.</param>
    /// <param name="analysis">The analysis of that language.</param>
    public void Read(Article article, string? textLanguage, LanguageAnalysis analysis)
    {
        (_article, _textLanguage, _analysis) = (article, textLanguage, analysis);
        Passages.Clear();
        Passages.AddRange(PassageBuilder.Build(article, analysis.Language));
        _words.Read(analysis, article.Text.Value);
        foreach (var word in _words.All)
        {
            _sketches.Add(word.Sketched);
        }

        _sketch = _sketches.Build();
        _keys.Set(_sketch);
        _articleId.SetStringValue(article.Id);
        FillArticle();
    }

    /// <summary>Gives the documents of the article at hand, its passages and then itself; each until the next is asked for.</summary>
    /// <param name="vectorOf">The vector of a passage, see <see cref="Vectors.VectorCodec"/>; <see langword="null"/> where there are none.</param>
    public IEnumerable<IEnumerable<IIndexableField>> Documents(Func<int, BytesRef>? vectorOf = null)
    {
        var (article, analysis) = (_article!, _analysis!);
        IReadOnlyList<TextSpan> last = [];
        for (var i = 0; i < Passages.Count; i++)
        {
            var (passage, headings) = Passages[i];
            if (i == 0 || !headings.SequenceEqual(last))
            {
                _titleTerms.Set(TextWords.Scan(analysis, TitleOf(article, headings)));
                last = headings;
            }

            _textTerms.Set(_words.Of(passage.Span));
            _passage.SetBytesValue(PassageCodec.Encode(passage, Passages.Count - i, i, headings));
            if (vectorOf is null)
            {
                yield return _ofPassage;
            }
            else
            {
                _vector.SetBytesValue(vectorOf(i));
                yield return [.. _ofPassage, _vector];
            }
        }

        _textTerms.Set(_words.All);
        yield return _ofArticle;
    }

    /// <summary>Returns what stands over a passage: the article's title and the headings, a line each.</summary>
    public static string TitleOf(Article article, IReadOnlyList<TextSpan> headings) =>
        string.Join('\n', headings.Select(heading => article.Text.Slice(heading).ToString()).Prepend(article.Title));

    /// <inheritdoc/>
    public void Dispose()
    {
        _textTerms.Dispose();
        _titleTerms.Dispose();
        _keys.Dispose();
    }

    private void FillArticle()
    {
        var article = _article!;
        _ofArticle.Clear();
        _ofArticle.AddRange([
            _articleId,
            _articleTerms,
            _copyKeys,
            new SortedDocValuesField(IndexFields.Language, new BytesRef(_analysis!.Language)),
            new BinaryDocValuesField(IndexFields.Id, new BytesRef(article.Id)),
            new BinaryDocValuesField(IndexFields.Fingerprint, new BytesRef(Convert.FromHexString(article.Fingerprint))),
            new BinaryDocValuesField(IndexFields.Sketch, SketchCodec.Encode(_sketch!)),
            new SortedDocValuesField(IndexFields.Location, new BytesRef(article.Location)),
            new SortedDocValuesField(IndexFields.Source, new BytesRef(FilterText.Fold(article.Source))),
        ]);
        foreach (var tag in article.Tags.Select(FilterText.Fold).Distinct(StringComparer.Ordinal))
        {
            _ofArticle.Add(new SortedSetDocValuesField(IndexFields.Tags, new BytesRef(tag)));
        }

        if (article.Author is { } author)
        {
            _ofArticle.Add(new SortedDocValuesField(IndexFields.Author, new BytesRef(FilterText.Fold(author))));
        }

        if (article.Published is { } published)
        {
            _ofArticle.Add(new SortedDocValuesField(IndexFields.Published, new BytesRef(PublishedKey.Of(published))));
        }

        _ofArticle.AddRange(ArticleCodec.Write(article, _textLanguage));
    }
}
