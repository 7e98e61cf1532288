namespace QnA.Lucene.Index;

/// <summary>The names of the fields of an index.</summary>
/// <remarks>
/// An article is a block of documents: one for each passage, then one for the article. The block is written, replaced and removed as
/// one, so an index never holds a passage without its article.
/// </remarks>
internal static class IndexFields
{
    /// <summary>The version of this layout; an index of another version does not fit.</summary>
    public const string Version = "6";

    /// <summary>On every document: the article's id, as one term, by which the block is replaced.</summary>
    public const string Article = "article";

    /// <summary>On passages: the terms of the text.</summary>
    public const string Text = "text";

    /// <summary>On passages: the terms of the article's title and of the headings above.</summary>
    public const string Title = "title";

    /// <summary>On passages, as doc value: see <see cref="PassageCodec"/>.</summary>
    public const string Passage = "passage";

    /// <summary>On passages, as doc value, where an embedding model is configured: see <see cref="Vectors.VectorCodec"/>.</summary>
    public const string Vector = "vector";

    /// <summary>On articles: the terms of the whole text.</summary>
    public const string ArticleTerms = "articleTerms";

    /// <summary>On articles, as doc value: the language that the terms were made for.</summary>
    public const string Language = "language";

    /// <summary>On articles, as doc values: the tags, see <see cref="Core.Retrieval.FilterText.Fold"/>.</summary>
    public const string Tags = "tags";

    /// <summary>On articles, as doc value: the source, folded likewise.</summary>
    public const string Source = "source";

    /// <summary>On articles that have one, as doc value: the author, folded likewise.</summary>
    public const string Author = "author";

    /// <summary>On articles that have one, as doc value: the date of publication, see <see cref="PublishedKey"/>.</summary>
    public const string Published = "published";

    /// <summary>On articles, stored: see <see cref="ArticleCodec"/>.</summary>
    public const string Metadata = "metadata";

    /// <summary>On articles: the keys by which copies of its text are found, see <see cref="QnA.Text.Likeness.TextSketch.Keys"/> and <see cref="Duplicates.KeyPlace"/>.</summary>
    public const string CopyKey = "copyKey";

    /// <summary>On articles, as doc value: see <see cref="Duplicates.SketchCodec"/>.</summary>
    public const string Sketch = "sketch";

    /// <summary>On articles whose blocks are known, stored: see <see cref="BlockCodec"/>.</summary>
    public const string Blocks = "blocks";

    /// <summary>On articles, stored: the text, see <see cref="TextCodec"/>.</summary>
    public const string ArticleText = "articleText";

    /// <summary>On articles, as doc value: the id.</summary>
    public const string Id = "id";

    /// <summary>On articles, as doc value: the fingerprint.</summary>
    public const string Fingerprint = "fingerprint";

    /// <summary>On articles, as doc value: the location.</summary>
    public const string Location = "location";
}
