namespace QnA.Sources.Files;

/// <summary>What an article's file says is wrong. The message goes to people: what was wrong and what to do.</summary>
public sealed class ArticleFormatException : Exception
{
    /// <summary>Creates an exception.</summary>
    public ArticleFormatException()
        : this("The file is no article.")
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">What was wrong and what to do, for people.</param>
    public ArticleFormatException(string message)
        : this(message, line: null)
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">What was wrong and what to do, for people.</param>
    /// <param name="innerException">What a parser said.</param>
    public ArticleFormatException(string message, Exception? innerException)
        : this(message, line: null, innerException)
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">What was wrong and what to do, for people.</param>
    /// <param name="line">The line of the file, from 1; <see langword="null"/> where it does not matter.</param>
    /// <param name="innerException">What a parser said.</param>
    public ArticleFormatException(string message, int? line, Exception? innerException = null)
        : base(message, innerException)
    {
        Line = line;
    }

    /// <summary>Gets the line of the file, from 1; <see langword="null"/> where it does not matter.</summary>
    public int? Line { get; }
}
