using System.CommandLine;

namespace QnA.Cli.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    /// <summary>Makes the option that says where the index is.</summary>
    public static Option<string?> Index() => new("--index", "-i")
    {
        Description = "The directory of the index. The default is the setting Index:Path (.qna/index below the current directory).",
        HelpName = "DIR",
    };

    /// <summary>Makes the option that names articles to answer from.</summary>
    public static Option<string[]> Articles() => new("--articles", "-a")
    {
        Description =
            "Folders or files (.pdf, .docx, .html, .epub, .txt, .md, .jsonl) to answer from. Without --index they go into a temporary index that is deleted at the end.",
        HelpName = "PATH",
        AllowMultipleArgumentsPerToken = true,
    };
}
