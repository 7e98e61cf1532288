using System.Runtime.CompilerServices;
using QnA.Core.Answers;
using QnA.Core.Questions;
using QnA.Core.Retrieval;

namespace QnA.Testing.Models;

/// <summary>Answers with the best sentences that were found, each when the test says so, as a slow model does.</summary>
/// <remarks>For one question at a time.</remarks>
public sealed class ScriptedAnswerer : IAnswerer, IDisposable
{
    private readonly SemaphoreSlim _allowed = new(0);
    private readonly SemaphoreSlim _taken = new(0);

    /// <summary>Gets or sets what ends <see cref="NextAsync"/>: the token of the running test.</summary>
    public CancellationToken CancellationToken { get; init; }

    /// <inheritdoc/>
    public string Model => "scripted";

    /// <summary>Gives the next sentence, and waits until it was taken.</summary>
    public async Task NextAsync()
    {
        _allowed.Release();
        await _taken.WaitAsync(CancellationToken);
    }

    /// <summary>Ends the answer.</summary>
    public void End() => _allowed.Release(1000);

    /// <inheritdoc/>
    public async IAsyncEnumerable<Draft> DraftAsync(
        StandaloneQuestion question, SearchResult found, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var sentence in found.Sentences)
        {
            await _allowed.WaitAsync(cancellationToken);
            if (_allowed.CurrentCount > 0)
            {
                yield break;
            }

            yield return new DraftClaim(Text: null, [new DraftQuote(sentence.Article, sentence.Span)]);
            _taken.Release();
        }

        await _allowed.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _allowed.Dispose();
        _taken.Dispose();
    }
}
