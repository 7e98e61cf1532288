using Lucene.Net.Index;
using Lucene.Net.Util;
using QnA.Core.Access;
using QnA.Core.Retrieval;
using QnA.Lucene.Index;

namespace QnA.Lucene.Retrieval;

/// <summary>Finds the documents of a segment that a filter lets pass and a reader may see.</summary>
internal static class ScopeBits
{
    /// <summary>Looks at each article of a segment once and takes its passages with it: a block is the passages and then the article.</summary>
    public static FixedBitSet Of(AtomicReader reader, ArticleFilter filter, ArticleVisibility visibility)
    {
        var bits = new FixedBitSet(reader.MaxDoc);
        var articles = reader.GetDocsWithField(IndexFields.Id);
        var tests = Tests(reader, filter, visibility);
        var first = 0;
        for (var document = 0; articles is not null && document < reader.MaxDoc; document++)
        {
            if (articles.Get(document))
            {
                if (tests.TrueForAll(test => test(document)))
                {
                    bits.Set(first, document + 1);
                }

                first = document + 1;
            }
        }

        return bits;
    }

    private static List<Func<int, bool>> Tests(AtomicReader reader, ArticleFilter filter, ArticleVisibility visibility)
    {
        var tests = new List<Func<int, bool>>();
        if (filter.Tags.Count > 0)
        {
            tests.Add(AnyOf(reader, IndexFields.Tags, filter.HasTag));
        }

        if (!visibility.ShowsEverything)
        {
            var isHidden = AnyOf(reader, IndexFields.Tags, visibility.Hides);
            tests.Add(document => !isHidden(document));
        }

        if (filter.Sources.Count > 0)
        {
            tests.Add(One(reader, IndexFields.Source, filter.HasSource));
        }

        if (filter.Authors.Count > 0)
        {
            tests.Add(One(reader, IndexFields.Author, filter.HasAuthor));
        }

        if (filter.Languages.Count > 0)
        {
            tests.Add(One(reader, IndexFields.Language, filter.HasLanguage));
        }

        if (filter.Since is not null || filter.Until is not null)
        {
            tests.Add(One(reader, IndexFields.Published, key => PublishedKey.Read(key) is { } date && filter.HasDate(date)));
        }

        return tests;
    }

    // Each value is judged once, however many articles have it.
    private static Func<int, bool> One(AtomicReader reader, string field, Func<string, bool> passes)
    {
        if (reader.GetSortedDocValues(field) is not { } values)
        {
            return _ => false;
        }

        var bytes = new BytesRef();
        var judged = new bool?[values.ValueCount];
        return document =>
        {
            var ordinal = values.GetOrd(document);
            if (ordinal < 0)
            {
                return false;
            }

            if (judged[ordinal] is not { } known)
            {
                values.LookupOrd(ordinal, bytes);
                judged[ordinal] = known = passes(bytes.Utf8ToString());
            }

            return known;
        };
    }

    private static Func<int, bool> AnyOf(AtomicReader reader, string field, Func<string, bool> passes)
    {
        if (reader.GetSortedSetDocValues(field) is not { } values)
        {
            return _ => false;
        }

        var bytes = new BytesRef();
        var judged = new bool[values.ValueCount];
        for (var ordinal = 0; ordinal < judged.Length; ordinal++)
        {
            values.LookupOrd(ordinal, bytes);
            judged[ordinal] = passes(bytes.Utf8ToString());
        }

        return document =>
        {
            values.SetDocument(document);
            for (var ordinal = values.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = values.NextOrd())
            {
                if (judged[ordinal])
                {
                    return true;
                }
            }

            return false;
        };
    }
}
