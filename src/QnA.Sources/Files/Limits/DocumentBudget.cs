using System.Globalization;

namespace QnA.Sources.Files.Limits;

/// <summary>What reading one document may still cost: time, and bytes that it unpacks.</summary>
/// <remarks>
/// A limit that was passed stays passed: parsers that swallow exceptions meet it again at the next step, and the document fails in the
/// end whatever they made of it. For one thread.
/// </remarks>
public sealed class DocumentBudget
{
    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly CancellationToken _cancellationToken;
    private string? _exceeded;
    private long _expanded;

    internal DocumentBudget(ArticleFileOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        Options = options;
        _time = time;
        _started = time.GetTimestamp();
        _cancellationToken = cancellationToken;
    }

    /// <summary>Gets the limits.</summary>
    public ArticleFileOptions Options { get; }

    /// <summary>Checks that there is time left and that no limit was passed.</summary>
    /// <exception cref="ArticleFormatException">A limit was passed, now or before.</exception>
    /// <exception cref="OperationCanceledException">Nobody waits for the document any more.</exception>
    public void Check()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (_exceeded is null && _time.GetElapsedTime(_started) > Options.MaxReadTime)
        {
            _exceeded = TooSlow(Options);
        }

        if (_exceeded is not null)
        {
            throw new ArticleFormatException(_exceeded);
        }
    }

    /// <summary>Spends bytes that were unpacked, and checks.</summary>
    /// <param name="bytes">How many more there are.</param>
    /// <exception cref="ArticleFormatException">All together are more than <see cref="ArticleFileOptions.MaxExpandedBytes"/>.</exception>
    public void Expand(long bytes)
    {
        _expanded += bytes;
        if (_expanded > Options.MaxExpandedBytes)
        {
            throw Exceed(TooLarge());
        }

        Check();
    }

    /// <summary>Makes a limit passed for good.</summary>
    /// <param name="reason">What people see.</param>
    /// <returns>The exception to throw.</returns>
    public ArticleFormatException Exceed(string reason)
    {
        _exceeded ??= reason;
        return new ArticleFormatException(_exceeded);
    }

    /// <summary>Says that a document took too long.</summary>
    internal static string TooSlow(ArticleFileOptions options) => string.Create(
        CultureInfo.InvariantCulture,
        $"The document was given up: reading it took more than {options.MaxReadTime.TotalSeconds:0.#} seconds. " +
        $"Split or simplify it, or raise {ArticleFileOptions.MaxReadTimeSetting}.");

    /// <summary>Says that a document unpacks to too much.</summary>
    internal string TooLarge() => string.Create(
        CultureInfo.InvariantCulture,
        $"The document unpacks to more than {Options.MaxExpandedBytes:N0} bytes. It may be a decompression bomb; if it is not, " +
        $"split it, or raise {ArticleFileOptions.MaxExpandedBytesSetting}.");
}
