using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using QnA.Answering.Copies;
using QnA.Answering.Retrieval;
using QnA.Core.Articles;
using QnA.Core.Retrieval;
using QnA.Lucene.Index;
using QnA.Lucene.Retrieval;
using QnA.Text.Likeness;

namespace QnA.Lucene.Duplicates;

/// <summary>Finds the copies of the articles that a search found.</summary>
/// <remarks>
/// Ingestion stores of each article what its copies are found by, and nothing of other articles; who is a copy of whom is read when it is
/// asked for. So it depends on no order, and a change or removal is right at once.
/// </remarks>
internal static class CopyFinder
{
    /// <summary>How many copies of an article are named at most.</summary>
    public const int MaxCopies = 10;

    // Real copies share most keys, and what shares many is compared first; templates that thousands of articles share stop here.
    private const int MaxCompared = 100;

    // A few milliseconds at worst; what shares most keys is aligned first.
    private const int MaxAligned = 24;

    // A key in more articles than this tells nothing apart.
    private const int MaxKeyFrequency = 1000;

    /// <summary>Finds copies among the articles of passages, and in the rest of the index.</summary>
    /// <param name="searcher">The index.</param>
    /// <param name="passages">What was found.</param>
    /// <param name="scope">The articles that may be named; <see langword="null"/> for all.</param>
    public static ArticleCopies Find(PassageSearcher searcher, IReadOnlyList<CandidatePassage> passages, ArticleScope? scope)
    {
        var found = new Dictionary<int, (Article Article, TextSketch Sketch)>();
        foreach (var passage in passages)
        {
            var document = passage.Article.Number;
            if (!found.ContainsKey(document))
            {
                found.Add(document, (passage.Article.Article, ReadSketch(searcher, document)));
            }
        }

        var pairs = new List<(Article, Article)>();
        var read = found.ToDictionary(f => f.Key, f => f.Value.Article);
        var sharing = FindSharing(searcher, found, scope);
        var test = new CopyTest(MaxAligned);
        foreach (var (document, (article, sketch)) in found)
        {
            foreach (var (other, (otherArticle, otherSketch)) in found)
            {
                if (other > document && test.AreCopies(sketch, otherSketch, () => article, () => otherArticle))
                {
                    pairs.Add((article, otherArticle));
                }
            }

            var copies = sharing[document].Where(shared => !found.ContainsKey(shared.Key))
                .OrderByDescending(shared => shared.Value).ThenBy(shared => shared.Key)
                .Take(MaxCompared)
                .Where(shared => test.AreCopies(sketch, ReadSketch(searcher, shared.Key), () => article, () => Read(shared.Key)))
                .Take(MaxCopies);
            foreach (var (other, _) in copies)
            {
                pairs.Add((article, Read(other)));
            }
        }

        return pairs.Count == 0 ? ArticleCopies.None : new ArticleCopies(pairs);

        Article Read(int document)
        {
            if (!read.TryGetValue(document, out var article))
            {
                read.Add(document, article = ArticleDocument.Read(searcher.IndexReader, document));
            }

            return article;
        }
    }

    // For each article, the documents of others and how many keys they share with it.
    private static Dictionary<int, Dictionary<int, int>> FindSharing(
        PassageSearcher searcher, Dictionary<int, (Article Article, TextSketch Sketch)> found, ArticleScope? scope)
    {
        var sharing = found.Keys.ToDictionary(document => document, _ => new Dictionary<int, int>());
        var keys = found
            .SelectMany(f => f.Value.Sketch.Keys.ToArray().Select(key => (Key: key, Document: f.Key)))
            .GroupBy(key => key.Key, key => key.Document)
            .Select(group => (Place: KeyPlace.Of(group.Key), Documents: group.ToArray()))
            .OrderBy(key => key.Place.Term, StringComparer.Ordinal)
            .Select(key => (Term: new BytesRef(key.Place.Term), key.Place.Position, key.Documents))
            .ToArray();
        var having = new List<int>();
        foreach (var leaf in searcher.IndexReader.Leaves)
        {
            if (leaf.AtomicReader.GetTerms(IndexFields.CopyKey)?.GetEnumerator() is not { } terms)
            {
                continue;
            }

            var allowed = scope?.BitsOf(leaf);
            DocsAndPositionsEnum? documents = null;
            foreach (var (term, position, owners) in keys)
            {
                if (terms.SeekExact(term))
                {
                    documents = terms.DocsAndPositions(leaf.AtomicReader.LiveDocs, documents, DocsAndPositionsFlags.NONE);
                    FindHaving(documents, position, having);
                    Count(having, allowed, leaf.DocBase, owners, sharing);
                }
            }
        }

        return sharing;
    }

    private static void FindHaving(DocsAndPositionsEnum documents, int position, List<int> having)
    {
        having.Clear();
        for (var document = documents.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.NextDoc())
        {
            for (var left = documents.Freq; left > 0; left--)
            {
                if (documents.NextPosition() == position)
                {
                    having.Add(document);
                    break;
                }
            }
        }
    }

    private static void Count(List<int> having, FixedBitSet? allowed, int first, int[] owners, Dictionary<int, Dictionary<int, int>> sharing)
    {
        if (having.Count > MaxKeyFrequency)
        {
            return;
        }

        foreach (var document in having)
        {
            if (allowed?.Get(document) == false)
            {
                continue;
            }

            foreach (var owner in owners)
            {
                var counts = sharing[owner];
                counts[first + document] = counts.GetValueOrDefault(first + document) + 1;
            }
        }
    }

    private static TextSketch ReadSketch(PassageSearcher searcher, int document)
    {
        var leaf = searcher.LeafOf(document);
        var bytes = new BytesRef();
        leaf.AtomicReader.GetBinaryDocValues(IndexFields.Sketch).Get(document - leaf.DocBase, bytes);
        return SketchCodec.Decode(bytes);
    }
}
