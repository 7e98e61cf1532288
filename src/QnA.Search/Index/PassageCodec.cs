using System.Runtime.InteropServices;
using Lucene.Net.Util;
using QnA.Core.Articles;

namespace QnA.Search.Index;

/// <summary>
/// Writes where a passage stands as a few bytes: how many documents on its article is, then for each sentence the distance from
/// the end of the one before and the length; all as variable-length integers of seven bits a byte.
/// </summary>
internal static class PassageCodec
{
    /// <summary>Encodes a passage.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="documentsToArticle">How many documents after the passage's its article's is; 1 or more.</param>
    public static BytesRef Encode(Passage passage, int documentsToArticle)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write7BitEncodedInt(documentsToArticle);
        writer.Write7BitEncodedInt(passage.Sentences.Count);
        var end = 0;
        foreach (var sentence in passage.Sentences)
        {
            writer.Write7BitEncodedInt(sentence.Start - end);
            writer.Write7BitEncodedInt(sentence.Length);
            end = sentence.End;
        }

        return new BytesRef(bytes.ToArray());
    }

    /// <summary>Decodes what <see cref="Encode"/> wrote.</summary>
    public static EncodedPassage Decode(BytesRef bytes)
    {
        using var stream = new MemoryStream(bytes.Bytes, bytes.Offset, bytes.Length, writable: false);
        using var reader = new BinaryReader(stream);
        var documentsToArticle = reader.Read7BitEncodedInt();
        var sentences = new TextSpan[reader.Read7BitEncodedInt()];
        var end = 0;
        for (var i = 0; i < sentences.Length; i++)
        {
            var start = end + reader.Read7BitEncodedInt();
            end = start + reader.Read7BitEncodedInt();
            sentences[i] = new TextSpan(start, end);
        }

        return new EncodedPassage(documentsToArticle, sentences);
    }
}

/// <summary>A passage as the index holds it.</summary>
/// <param name="DocumentsToArticle">How many documents after the passage's its article's is.</param>
/// <param name="Sentences">The spans of its sentences.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EncodedPassage(int DocumentsToArticle, TextSpan[] Sentences);
