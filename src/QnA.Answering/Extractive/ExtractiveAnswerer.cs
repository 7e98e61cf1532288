using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using QnA.Core.Answers;
using QnA.Core.Questions;
using QnA.Core.Retrieval;

namespace QnA.Answering.Extractive;

/// <summary>Answers with the best sentences themselves: no model, no key, no network, the same every time.</summary>
/// <remarks>Safe for concurrent use.</remarks>
public sealed class ExtractiveAnswerer : IAnswerer
{
    private readonly IOptionsMonitor<AnswerOptions> _options;

    /// <summary>Creates an answerer.</summary>
    /// <param name="options">Says how many quotes of what length an answer has.</param>
    public ExtractiveAnswerer(IOptionsMonitor<AnswerOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
    }

    /// <inheritdoc/>
    public string Model => "extractive";

    /// <inheritdoc/>
    public async IAsyncEnumerable<Draft> DraftAsync(
        StandaloneQuestion question, SearchResult found, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(question);
        var options = _options.CurrentValue;
        var conflict = ConflictQuotes.Choose(question.Text, found.Sentences, options);
        foreach (var claim in conflict)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return claim;
        }

        foreach (var (article, span) in conflict.Count > 0 ? [] : QuoteChooser.Choose(found, options))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new DraftClaim(null, [new DraftQuote(article, span)]);
        }

        await Task.CompletedTask.ConfigureAwait(false);
        yield return new DraftEnd(Model) { HasSoughtConflicts = true };
    }
}
