using System.ComponentModel.DataAnnotations;

namespace QnA.BotFramework.Hosting;

/// <summary>The settings of the section <c>State</c>: where conversations are remembered.</summary>
public sealed class StateOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "State";

    /// <summary>Gets or sets the SQLite file that keeps what is remembered of conversations; made when it is not there.</summary>
    /// <value>A path; a relative one starts at the content root. The default is <c>.qna/state.db</c>.</value>
    [Required(ErrorMessage = "State:Path is empty; name a file such as .qna/state.db.")]
    public string Path { get; set; } = ".qna/state.db";
}
