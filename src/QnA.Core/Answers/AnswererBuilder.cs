namespace QnA.Core.Answers;

/// <summary>Wraps an answerer in others, as <c>ChatClientBuilder</c> wraps chat clients: the first that is used is the outermost.</summary>
/// <remarks>For one caller at a time.</remarks>
public sealed class AnswererBuilder
{
    private readonly IAnswerer _innermost;
    private readonly List<Func<IAnswerer, IServiceProvider, IAnswerer>> _wrappers = [];

    /// <summary>Creates a builder.</summary>
    /// <param name="innermost">What is wrapped.</param>
    public AnswererBuilder(IAnswerer innermost)
    {
        ArgumentNullException.ThrowIfNull(innermost);
        _innermost = innermost;
    }

    /// <summary>Adds a wrapper inside those that were added before.</summary>
    /// <param name="wrap">Makes the wrapper around the inner answerer.</param>
    /// <returns>The same builder.</returns>
    public AnswererBuilder Use(Func<IAnswerer, IServiceProvider, IAnswerer> wrap)
    {
        ArgumentNullException.ThrowIfNull(wrap);
        _wrappers.Add(wrap);
        return this;
    }

    /// <summary>Makes the answerer with its wrappers.</summary>
    /// <param name="services">What the wrappers are made of.</param>
    public IAnswerer Build(IServiceProvider services) =>
        Enumerable.Reverse(_wrappers).Aggregate(_innermost, (inner, wrap) => wrap(inner, services));
}
