using System.Security.Cryptography;
using System.Text;
using QnA.Core.Articles;
using QnA.Core.Ingestion;
using QnA.Sources;
using QnA.Sources.Files.JsonLines;
using QnA.Sources.Web;

namespace QnA.Bot.Web.Uploads;

/// <summary>Adds the article at an address of the web: it is fetched once and kept in the folder of added articles.</summary>
/// <remarks>
/// What is kept is the text as it was read, with its address and its pages, in a file of JSON Lines; so it is removed as files are. A
/// feed or a sitemap is refused: it belongs among the sources that are kept fresh. Safe for concurrent use.
/// </remarks>
internal sealed class UploadAddresses(ArticleSourceFactory sources, UploadFolder folder)
{
    /// <summary>The longest address, in UTF-16 code units: as long as browsers and servers agree on.</summary>
    public const int MaxLength = 2048;

    // Of a hash: two addresses of one folder share a name as good as never.
    private const int HashBytes = 4;

    /// <summary>Fetches an address and keeps its article; the one that was added from the same address is replaced.</summary>
    /// <param name="address">What the person pasted.</param>
    /// <param name="cancellationToken">Stops the work; nothing is kept then.</param>
    public async Task<UploadResult> AddAsync(string address, CancellationToken cancellationToken)
    {
        var trimmed = address.Trim();
        if (trimmed.Length > MaxLength || !ArticleSourceFactory.IsAddress(trimmed))
        {
            return UploadResult.Refused(
                StatusCodes.Status400BadRequest, $"That is no address. Give one that begins with https:// or http:// and has at most {MaxLength} characters.");
        }

        IArticleSource source;
        try
        {
            source = sources.CreateWeb(trimmed, WebSourceKind.Page, tags: [], keepVanished: false);
        }
        catch (ArgumentException exception)
        {
            return UploadResult.Refused(StatusCodes.Status400BadRequest, Sentence(exception));
        }

        await foreach (var item in source.ReadAsync(cancellationToken))
        {
            if (item is FailedArticle { Failure: var failure })
            {
                return UploadResult.Refused(StatusCodes.Status422UnprocessableEntity, failure.Reason);
            }

            if (item is ReadArticle { Article: var article })
            {
                return await KeepAsync(source.Name, article, cancellationToken);
            }
        }

        return UploadResult.Refused(StatusCodes.Status422UnprocessableEntity, "There is no article in it.");
    }

    /// <summary>Makes the name of the file in which the article of an address is kept: the same for the same address.</summary>
    /// <param name="address">An absolute address.</param>
    public static string NameOf(string address)
    {
        var uri = new Uri(address);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)).AsSpan(0, HashBytes));
        var words = Uri.UnescapeDataString($"{uri.Host}{uri.AbsolutePath}").Replace('/', '-').TrimEnd('-');

        // The hash must outlive the shortening of names.
        var end = $"-{hash}.jsonl";
        return $"{words[..Math.Min(words.Length, UploadName.MaxLength - end.Length)]}{end}";
    }

    private async Task<UploadResult> KeepAsync(string address, Article article, CancellationToken cancellationToken)
    {
        using var lines = new MemoryStream();
        await JsonArticleWriter.WriteAsync(AsyncEnumerable.Repeat(article, 1), lines, progress: null, cancellationToken);
        lines.Position = 0;
        return await folder.AddAsync(NameOf(address), lines, cancellationToken);
    }

    // The framework adds the parameter's name, which is of no use to a person.
    private static string Sentence(ArgumentException exception) => exception.InnerException?.Message ?? exception.Message.Split(" (Parameter", 2)[0];
}
