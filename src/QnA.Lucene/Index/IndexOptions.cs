using System.ComponentModel.DataAnnotations;

namespace QnA.Lucene.Index;

/// <summary>The settings of the section <c>Index</c>.</summary>
public sealed class IndexOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Index";

    /// <summary>Gets or sets the directory of the index; made when the first article is written.</summary>
    /// <value>A path; a relative one starts at the application's content root. The default is <c>.qna/index</c>.</value>
    [Required]
    public string Path { get; set; } = ".qna/index";
}
