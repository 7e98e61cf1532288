namespace QnA.Core.Embeddings;

/// <summary>Texts could not be embedded. The message is for people and holds no key.</summary>
public sealed class EmbeddingException : Exception
{
    /// <summary>Creates the exception with a general message.</summary>
    public EmbeddingException()
        : this("The texts could not be embedded.")
    {
    }

    /// <summary>Creates the exception.</summary>
    public EmbeddingException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public EmbeddingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
