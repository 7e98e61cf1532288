namespace QnA.Sources.Web.Fetching;

/// <summary>An address was not fetched. The message goes to people: what was wrong and what to do.</summary>
public sealed class WebFetchException : Exception
{
    /// <summary>Creates an exception.</summary>
    public WebFetchException()
        : this("The address could not be fetched.")
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">What was wrong and what to do, for people.</param>
    public WebFetchException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">What was wrong and what to do, for people.</param>
    /// <param name="innerException">What caused it.</param>
    public WebFetchException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Gets when the server may be asked again, where it said so; before that it is not asked.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Gets the status that the server answered with; <see langword="null"/> where it was not asked, or did not answer.</summary>
    public int? Status { get; init; }

    /// <summary>Gets whether nothing was asked, since the server had asked before to be left alone until <see cref="RetryAt"/>.</summary>
    public bool IsWaiting => RetryAt is not null && Status is null;

    /// <summary>Gets whether the server answered that nothing is there: 404 or 410.</summary>
    public bool IsGone => Status is 404 or 410;
}
