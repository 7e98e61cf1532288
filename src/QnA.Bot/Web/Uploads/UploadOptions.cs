using System.ComponentModel.DataAnnotations;

namespace QnA.Bot.Web.Uploads;

/// <summary>The settings of the section <c>Web:Uploads</c>: articles that people add on the chat page.</summary>
public sealed class UploadOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Web:Uploads";

    /// <summary>The fewest characters of a key: as many as a key can have that nobody guesses over a network.</summary>
    internal const int MinKeyLength = 16;

    /// <summary>Gets or sets the key that a person must show to add or remove articles.</summary>
    /// <value>
    /// At least 16 characters, from the environment or user secrets. The default, empty, lets nobody add articles, but for the
    /// environment Development, where everyone may who reaches the bot.
    /// </value>
    public string? Key { get; set; }

    /// <summary>Gets or sets the folder that added articles are kept in; made when it is not there.</summary>
    /// <value>A path; a relative one starts at the content root. The default is <c>.qna/uploads</c>.</value>
    [Required(ErrorMessage = "Web:Uploads:Path is empty; name a folder such as .qna/uploads.")]
    public string Path { get; set; } = ".qna/uploads";

    /// <summary>Gets or sets how large an added file may be.</summary>
    /// <value>Bytes; 1,024 to 1,073,741,824. The default is 16,777,216 (16 MiB).</value>
    [Range(1024, 1024 * 1024 * 1024, ErrorMessage = "Web:Uploads:MaxFileBytes must be from 1024 to 1073741824 bytes; the default is 16777216.")]
    public int MaxFileBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Gets or sets how many added files are kept.</summary>
    /// <value>1 to 100,000. The default is 1,000.</value>
    [Range(1, 100_000, ErrorMessage = "Web:Uploads:MaxFiles must be from 1 to 100000; the default is 1000.")]
    public int MaxFiles { get; set; } = 1000;
}
