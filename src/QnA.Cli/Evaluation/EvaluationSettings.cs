namespace QnA.Cli.Evaluation;

/// <summary>What <c>qna eval</c> was asked to do.</summary>
internal sealed record EvaluationSettings
{
    /// <summary>Gets the file of questions.</summary>
    public required string Questions { get; init; }

    /// <summary>Gets a file of answers to measure instead of asking.</summary>
    public string? Answers { get; init; }

    /// <summary>Gets where answers go as well.</summary>
    public string? Output { get; init; }

    /// <summary>Gets where the page goes.</summary>
    public string? Report { get; init; }

    /// <summary>Gets where the JSON goes.</summary>
    public string? Json { get; init; }

    /// <summary>Gets an earlier JSON to compare with.</summary>
    public string? Compare { get; init; }

    /// <summary>Gets what must hold for the command to end with 0.</summary>
    public IReadOnlyList<Gate> Gates { get; init; } = [];

    /// <summary>Gets whether each question is asked again without the articles that answer it.</summary>
    public bool WithoutGold { get; init; }

    /// <summary>Gets how many indexes that makes at most.</summary>
    public int Folds { get; init; } = 10;

    /// <summary>Gets how many questions are asked at a time.</summary>
    public int Parallel { get; init; } = 1;

    /// <summary>Gets the name of the set: of its folder where the file is called questions, else of the file.</summary>
    public string Name => Path.GetFileNameWithoutExtension(Questions) is "questions" && Path.GetDirectoryName(Path.GetFullPath(Questions)) is { } folder
        ? Path.GetFileName(folder)
        : Path.GetFileNameWithoutExtension(Questions);
}
