using System.ComponentModel.DataAnnotations;

namespace QnA.Sources.Files;

/// <summary>How files of articles are read. Configuration section <c>Articles</c>.</summary>
public sealed class ArticleFileOptions
{
    /// <summary>The configuration section of these options.</summary>
    public const string SectionName = "Articles";

    /// <summary>The full name of <see cref="MaxFileBytes"/> in configuration, for messages.</summary>
    internal const string MaxFileBytesSetting = $"{SectionName}:{nameof(MaxFileBytes)}";

    /// <summary>The full name of <see cref="MaxReadTime"/> in configuration, for messages.</summary>
    internal const string MaxReadTimeSetting = $"{SectionName}:{nameof(MaxReadTime)}";

    /// <summary>The full name of <see cref="MaxPages"/> in configuration, for messages.</summary>
    internal const string MaxPagesSetting = $"{SectionName}:{nameof(MaxPages)}";

    /// <summary>The full name of <see cref="MaxExpandedBytes"/> in configuration, for messages.</summary>
    internal const string MaxExpandedBytesSetting = $"{SectionName}:{nameof(MaxExpandedBytes)}";

    private const int SmallestLimit = 1024;
    private const int LargestLimit = 1024 * 1024 * 1024;

    /// <summary>Gets or sets how large one article may be: a file that is one article, or one line of a JSON Lines file.</summary>
    /// <value>Bytes; 1,024 to 1,073,741,824. The default is 16,777,216 (16 MiB).</value>
    /// <remarks>A larger one is a failure that says so; the others are read. A JSON Lines file itself may be of any size.</remarks>
    [Range(SmallestLimit, LargestLimit, ErrorMessage = MaxFileBytesSetting + " must be from {1} to {2} bytes; the default is 16777216.")]
    public int MaxFileBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Gets or sets how long one document may take to parse.</summary>
    /// <value>1 second to 10 minutes. The default is 30 seconds.</value>
    /// <remarks>One that takes longer is given up: a failure that says so; the others are read.</remarks>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ErrorMessage = MaxReadTimeSetting + " must be from {1} to {2}; the default is 00:00:30.")]
    public TimeSpan MaxReadTime { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets how many pages a PDF, or chapter files a book, may have.</summary>
    /// <value>1 to 100,000. The default is 5,000.</value>
    [Range(1, 100_000, ErrorMessage = MaxPagesSetting + " must be from {1} to {2}; the default is 5000.")]
    public int MaxPages { get; set; } = 5000;

    /// <summary>
    /// Gets or sets how large what is packed in a document may become: the parts of a Word file or book together, one stream of a PDF.
    /// </summary>
    /// <value>Bytes; 1,048,576 to 1,073,741,824. The default is 67,108,864 (64 MiB).</value>
    [Range(1024 * 1024, LargestLimit, ErrorMessage = MaxExpandedBytesSetting + " must be from {1} to {2} bytes; the default is 67108864.")]
    public int MaxExpandedBytes { get; set; } = 64 * 1024 * 1024;
}
