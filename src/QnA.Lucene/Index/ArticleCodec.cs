using System.Text.Json;
using System.Text.Json.Serialization;
using Lucene.Net.Documents;
using Lucene.Net.Util;
using QnA.Core.Articles;

namespace QnA.Lucene.Index;

/// <summary>Writes and reads what the index stores of an article: its text compressed, and the rest as JSON.</summary>
internal static class ArticleCodec
{
    /// <summary>Returns the stored fields of an article.</summary>
    /// <param name="article">The article.</param>
    /// <param name="textLanguage">The language that its text is read in.</param>
    public static StoredField[] Write(Article article, string? textLanguage)
    {
        var metadata = new Metadata(
            article.Id, article.Title, article.Url, article.Published?.ToString(), article.Language, article.Author, article.Source,
            article.Location, article.Tags, article.PageStarts.Count == 0 ? null : article.PageStarts,
            article.Language is null ? textLanguage : null);
        StoredField[] fields =
        [
            new StoredField(IndexFields.Metadata, JsonSerializer.SerializeToUtf8Bytes(metadata, ArticleCodecJson.Default.Metadata)),
            new StoredField(IndexFields.ArticleText, TextCodec.Encode(article.Text.Value)),
        ];
        return article.Blocks.Count == 0 ? fields : [.. fields, new StoredField(IndexFields.Blocks, BlockCodec.Encode(article.Blocks))];
    }

    /// <summary>Makes the article of a document.</summary>
    public static Article Read(Document document)
    {
        BytesRef bytes = document.GetBinaryValue(IndexFields.Metadata);
        var metadata = JsonSerializer.Deserialize(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length), ArticleCodecJson.Default.Metadata)!;
        BytesRef text = document.GetBinaryValue(IndexFields.ArticleText);
        return new Article(metadata.Id, TextCodec.Decode(text.Bytes.AsSpan(text.Offset, text.Length)))
        {
            Title = metadata.Title,
            Url = metadata.Url,
            Published = PublicationDate.TryParse(metadata.Published, out var published) ? published : null,
            Language = metadata.Language,
            TextLanguage = metadata.TextLanguage,
            Author = metadata.Author,
            Source = metadata.Source,
            Location = metadata.Location,
            Tags = metadata.Tags,
            PageStarts = metadata.PageStarts ?? [],
            Blocks = document.GetBinaryValue(IndexFields.Blocks) is { } blocks
                ? BlockCodec.Decode(blocks.Bytes.AsSpan(blocks.Offset, blocks.Length))
                : [],
        };
    }

    /// <summary>What is stored of an article beside its text.</summary>
    internal sealed record Metadata(
        string Id,
        string Title,
        string? Url,
        string? Published,
        string? Language,
        string? Author,
        string Source,
        string Location,
        IReadOnlyList<string> Tags,
        IReadOnlyList<int>? PageStarts = null,
        string? TextLanguage = null);
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ArticleCodec.Metadata))]
internal sealed partial class ArticleCodecJson : JsonSerializerContext;
