using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using QnA.Core.Answers;
using QnA.Core.Articles;
using QnA.Core.Questions;
using QnA.Core.Retrieval;

namespace QnA.Search.Extractive;

/// <summary>Answers with the best sentences themselves: no model, no key, no network, the same every time.</summary>
/// <remarks>Safe for concurrent use.</remarks>
public sealed class ExtractiveAnswerer : IAnswerer
{
    // A sentence worth less than this share of the best one distracts from it.
    private const double MinRelativeScore = 0.4;

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
        foreach (var (article, span) in Choose(found.Sentences, _options.CurrentValue))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new DraftClaim(null, [new DraftQuote(article, span)]);
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    private static List<(Article Article, TextSpan Span)> Choose(IReadOnlyList<RankedSentence> sentences, AnswerOptions options)
    {
        var chosen = new List<(Article Article, TextSpan Span)>(options.MaxQuotes);
        foreach (var (article, span, score) in sentences)
        {
            if (chosen.Count == options.MaxQuotes || score < MinRelativeScore * sentences[0].Score)
            {
                break;
            }

            // The first piece of what is too long for the limit; the splitter's own limit is the default one.
            var piece = Sentences.ClauseCutter.Cut(article.Text, span, options.MaxQuoteLength).FirstOrDefault();
            if (!piece.IsEmpty && !chosen.Exists(c => SaysTheSame(c, article, piece)))
            {
                chosen.Add((article, piece));
            }
        }

        return chosen;
    }

    private static bool SaysTheSame((Article Article, TextSpan Span) chosen, Article article, TextSpan span) =>
        chosen.Article.Text.Slice(chosen.Span).SequenceEqual(article.Text.Slice(span));
}
