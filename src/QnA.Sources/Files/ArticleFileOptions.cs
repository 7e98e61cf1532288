using System.ComponentModel.DataAnnotations;

namespace QnA.Sources.Files;

/// <summary>How files of articles are read. Configuration section <c>Articles</c>.</summary>
public sealed class ArticleFileOptions
{
    /// <summary>The configuration section of these options.</summary>
    public const string SectionName = "Articles";

    /// <summary>The full name of <see cref="MaxFileBytes"/> in configuration, for messages.</summary>
    internal const string MaxFileBytesSetting = $"{SectionName}:{nameof(MaxFileBytes)}";

    private const int SmallestLimit = 1024;
    private const int LargestLimit = 1024 * 1024 * 1024;

    /// <summary>Gets or sets how large one article may be: a file that is one article, or one line of a JSON Lines file.</summary>
    /// <value>Bytes; 1,024 to 1,073,741,824. The default is 16,777,216 (16 MiB).</value>
    /// <remarks>A larger one is a failure that says so; the others are read. A JSON Lines file itself may be of any size.</remarks>
    [Range(SmallestLimit, LargestLimit, ErrorMessage = MaxFileBytesSetting + " must be from {1} to {2} bytes; the default is 16777216.")]
    public int MaxFileBytes { get; set; } = 16 * 1024 * 1024;
}
