namespace QnA.Core.Ingestion;

/// <summary>An article store could not be read or written. The message is for people: what, where, and what to do.</summary>
public sealed class ArticleStoreException : Exception
{
    /// <summary>Creates an exception.</summary>
    /// <param name="message">What was wrong, where, and what to do.</param>
    public ArticleStoreException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">What was wrong, where, and what to do.</param>
    /// <param name="innerException">What caused it.</param>
    public ArticleStoreException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates an exception without a message of its own.</summary>
    public ArticleStoreException()
        : this("The article store could not be read or written.")
    {
    }

    /// <summary>Gets whether what is stored is damaged, so that no repetition helps and it must be mended or made anew.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool IsDamage { get; init; }
}
