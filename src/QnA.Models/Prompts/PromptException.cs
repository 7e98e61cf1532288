namespace QnA.Models.Prompts;

/// <summary>A prompt cannot be used; the message names the file and the fix.</summary>
public sealed class PromptException : Exception
{
    /// <summary>Creates the exception with a general message.</summary>
    public PromptException()
        : this("A prompt cannot be used.")
    {
    }

    /// <summary>Creates the exception.</summary>
    public PromptException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public PromptException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
