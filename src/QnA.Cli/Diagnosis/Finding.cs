namespace QnA.Cli.Diagnosis;

/// <summary>What looking at one thing showed.</summary>
/// <param name="Subject">What was looked at.</param>
/// <param name="Message">What it is like.</param>
/// <param name="Fix">What to do; <see langword="null"/> where all is well.</param>
internal sealed record Finding(string Subject, string Message, string? Fix = null)
{
    /// <summary>Gets whether all is well.</summary>
    public bool IsWell => Fix is null;
}
