using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Util;
using QnA.Core.Articles;
using QnA.Lucene.Index;
using LuceneTerm = Lucene.Net.Index.Term;

namespace QnA.Lucene.Maintenance;

/// <summary>Checks one article of a segment: its text, what is known about it, and its passages.</summary>
internal sealed class BlockCheck(AtomicReader reader)
{
    private readonly BinaryDocValues? _passages = reader.GetBinaryDocValues(IndexFields.Passage);
    private readonly BinaryDocValues? _ids = reader.GetBinaryDocValues(IndexFields.Id);
    private readonly BinaryDocValues? _fingerprints = reader.GetBinaryDocValues(IndexFields.Fingerprint);
    private readonly SortedDocValues? _locations = reader.GetSortedDocValues(IndexFields.Location);

    /// <summary>Reads the id of a document; empty where it is a passage's.</summary>
    public string IdOf(int document) => Read(_ids, document).Utf8ToString();

    /// <summary>Reads the location of an article; <see langword="null"/> where it has none.</summary>
    public string? LocationOf(int document)
    {
        var location = Read(_locations, document).Utf8ToString();
        return location.Length == 0 ? null : location;
    }

    /// <summary>Checks an article.</summary>
    /// <param name="first">The document of its first passage.</param>
    /// <param name="document">Its own document; all between are its passages.</param>
    /// <returns>What is wrong; <see langword="null"/> where nothing is.</returns>
    public string? Check(int first, int document)
    {
        var article = ArticleCodec.Read(reader.Document(document));
        var id = IdOf(document);
        if (article.Id != id || article.Location != (LocationOf(document) ?? ""))
        {
            return "what is stored of it belongs to another article.";
        }

        var fingerprint = Read(_fingerprints, document);
        if (article.Fingerprint != Convert.ToHexStringLower(fingerprint.Bytes, fingerprint.Offset, fingerprint.Length))
        {
            return "its text, or what is known about it, is not what was ingested: the hash differs.";
        }

        return CheckTerms(id, first, document) ?? CheckPassages(article, first, document);
    }

    // By its id as a term an article is replaced and removed: each of its documents has it, and no other.
    private string? CheckTerms(string id, int first, int document)
    {
        var documents = reader.GetTermDocsEnum(new LuceneTerm(IndexFields.Article, id));
        for (var expected = first; expected <= document; expected++)
        {
            if (documents is null || documents.Advance(expected) != expected)
            {
                return "not all of its passages can be found by its id.";
            }
        }

        return null;
    }

    private string? CheckPassages(Article article, int first, int document)
    {
        var text = article.Text;
        // What only leads elsewhere has no passages.
        if (first == document && article.Blocks.Count == 0)
        {
            return "it has no passage, so nothing of it can be found.";
        }

        var start = -1;
        for (var at = first; at < document; at++)
        {
            var passage = PassageCodec.Decode(Read(_passages, at));
            var number = at - first;
            if (passage.Ordinal != number || passage.DocumentsToArticle != document - at)
            {
                return Wrong(number, "does not stand at its place");
            }

            // Neighbours share sentences, but each begins after the one before.
            if (passage.Sentences.Length == 0 || passage.Sentences[0].Start <= start)
            {
                return Wrong(number, "has no sentence, or begins before the one in front of it");
            }

            start = passage.Sentences[0].Start;
            var end = 0;
            foreach (var sentence in passage.Sentences)
            {
                if (sentence.Start < end || !text.TryCut(sentence, out _))
                {
                    return Wrong(number, $"has the span {sentence}, which no quote can be cut from (the text has {text.Length.ToString(CultureInfo.InvariantCulture)} characters)");
                }

                end = sentence.End;
            }

            if (passage.Headings.Any(heading => heading.End > text.Length))
            {
                return Wrong(number, "has a heading beyond the text");
            }
        }

        return null;
    }

    private static string Wrong(int passage, string what) => string.Create(CultureInfo.InvariantCulture, $"passage {passage + 1} {what}.");

    private static BytesRef Read(BinaryDocValues? values, int document)
    {
        var bytes = new BytesRef();
        values?.Get(document, bytes);
        return bytes;
    }
}
