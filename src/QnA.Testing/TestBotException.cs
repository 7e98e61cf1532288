namespace QnA.Testing;

/// <summary>An expectation of a test was not met, or the bot could not be used. Its message is for the person who reads the test's outcome.</summary>
/// <remarks>Every test framework reports an exception as a failure, so the harness needs none of them.</remarks>
public sealed class TestBotException : Exception
{
    /// <summary>Creates an exception.</summary>
    public TestBotException()
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">What was expected, and what was there instead.</param>
    public TestBotException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">What was expected, and what was there instead.</param>
    /// <param name="innerException">What led to it.</param>
    public TestBotException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
