using System.Runtime.InteropServices;
using Lucene.Net.Util;
using QnA.Core.Articles;
using QnA.Text;

namespace QnA.Lucene.Index;

/// <summary>
/// Writes where a passage stands as a few bytes: how many documents on its article is and how many passages of it come before, where
/// the headings above stand, then for each sentence the distance from the end of the one before and the length; all as variable-length integers of seven bits a byte.
/// </summary>
internal static class PassageCodec
{
    /// <summary>Encodes a passage.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="documentsToArticle">How many documents after the passage's its article's is; 1 or more.</param>
    /// <param name="ordinal">How many passages of the article come before.</param>
    /// <param name="headings">The headings above, outermost first.</param>
    public static BytesRef Encode(Passage passage, int documentsToArticle, int ordinal, IReadOnlyList<TextSpan> headings)
    {
        var writer = new VarintWriter();
        writer.Write(documentsToArticle);
        writer.Write(ordinal);
        Write(writer, headings);
        Write(writer, passage.Sentences);
        return new BytesRef(writer.Written.ToArray());
    }

    /// <summary>Decodes what <see cref="Encode"/> wrote.</summary>
    public static EncodedPassage Decode(BytesRef bytes)
    {
        var reader = new VarintReader(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length));
        var documentsToArticle = reader.Read();
        var ordinal = reader.Read();
        var headings = ReadSpans(ref reader);
        return new EncodedPassage(documentsToArticle, ordinal, headings, ReadSpans(ref reader));
    }

    /// <summary>Decodes only how many documents after the passage's its article's is, and how many passages of the article come before.</summary>
    public static (int DocumentsToArticle, int Ordinal) DecodePlace(BytesRef bytes)
    {
        var reader = new VarintReader(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length));
        return (reader.Read(), reader.Read());
    }

    private static void Write(VarintWriter writer, IReadOnlyList<TextSpan> spans)
    {
        writer.Write(spans.Count);
        var end = 0;
        foreach (var span in spans)
        {
            writer.Write(span.Start - end);
            writer.Write(span.Length);
            end = span.End;
        }
    }

    private static TextSpan[] ReadSpans(ref VarintReader reader)
    {
        var spans = new TextSpan[reader.Read()];
        var end = 0;
        for (var i = 0; i < spans.Length; i++)
        {
            var start = end + reader.Read();
            end = start + reader.Read();
            spans[i] = new TextSpan(start, end);
        }

        return spans;
    }
}

/// <summary>A passage as the index holds it.</summary>
/// <param name="DocumentsToArticle">How many documents after the passage's its article's is.</param>
/// <param name="Ordinal">How many passages of the article come before.</param>
/// <param name="Headings">The headings above, outermost first.</param>
/// <param name="Sentences">The spans of its sentences.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EncodedPassage(int DocumentsToArticle, int Ordinal, TextSpan[] Headings, TextSpan[] Sentences);
