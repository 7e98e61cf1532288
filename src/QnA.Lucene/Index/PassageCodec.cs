using System.Runtime.InteropServices;
using Lucene.Net.Util;
using QnA.Core.Articles;
using QnA.Text;

namespace QnA.Lucene.Index;

/// <summary>
/// Writes where a passage stands as a few bytes: how many documents on its article is and how many passages of it come before, where
/// the heading above stands, then for each sentence the distance from the end of the one before and the length; all as variable-length integers of seven bits a byte.
/// </summary>
internal static class PassageCodec
{
    /// <summary>Encodes a passage.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="documentsToArticle">How many documents after the passage's its article's is; 1 or more.</param>
    /// <param name="ordinal">How many passages of the article come before.</param>
    /// <param name="heading">The heading above; <see langword="null"/> where there is none.</param>
    public static BytesRef Encode(Passage passage, int documentsToArticle, int ordinal, TextSpan? heading)
    {
        var writer = new VarintWriter();
        writer.Write(documentsToArticle);
        writer.Write(ordinal);
        writer.Write(heading?.Start ?? 0);
        writer.Write(heading?.Length ?? 0);
        writer.Write(passage.Sentences.Count);
        var end = 0;
        foreach (var sentence in passage.Sentences)
        {
            writer.Write(sentence.Start - end);
            writer.Write(sentence.Length);
            end = sentence.End;
        }

        return new BytesRef(writer.Written.ToArray());
    }

    /// <summary>Decodes what <see cref="Encode"/> wrote.</summary>
    public static EncodedPassage Decode(BytesRef bytes)
    {
        var reader = new VarintReader(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length));
        var documentsToArticle = reader.Read();
        var ordinal = reader.Read();
        var headingStart = reader.Read();
        var heading = new TextSpan(headingStart, headingStart + reader.Read());
        var sentences = new TextSpan[reader.Read()];
        var end = 0;
        for (var i = 0; i < sentences.Length; i++)
        {
            var start = end + reader.Read();
            end = start + reader.Read();
            sentences[i] = new TextSpan(start, end);
        }

        return new EncodedPassage(documentsToArticle, ordinal, heading, sentences);
    }

    /// <summary>Decodes only how many documents after the passage's its article's is, and how many passages of the article come before.</summary>
    public static (int DocumentsToArticle, int Ordinal) DecodePlace(BytesRef bytes)
    {
        var reader = new VarintReader(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length));
        return (reader.Read(), reader.Read());
    }
}

/// <summary>A passage as the index holds it.</summary>
/// <param name="DocumentsToArticle">How many documents after the passage's its article's is.</param>
/// <param name="Ordinal">How many passages of the article come before.</param>
/// <param name="Heading">The heading above; empty where there is none.</param>
/// <param name="Sentences">The spans of its sentences.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EncodedPassage(int DocumentsToArticle, int Ordinal, TextSpan Heading, TextSpan[] Sentences);
