namespace QnA.Cli;

/// <summary>What the process tells a script.</summary>
internal static class ExitCodes
{
    /// <summary>Everything was done.</summary>
    public const int Done = 0;

    /// <summary>Something failed, or was stopped, and was reported; the rest was done.</summary>
    public const int DoneWithFailures = 1;

    /// <summary>The command line made no sense, or something that it needs is not there.</summary>
    public const int WrongUsage = 2;
}
