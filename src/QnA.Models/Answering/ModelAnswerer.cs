using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;
using Polly.CircuitBreaker;
using QnA.Core.Answers;
using QnA.Core.Articles;
using QnA.Core.Questions;
using QnA.Core.Retrieval;
using QnA.Core.Verification;
using QnA.Models.Calls;
using QnA.Models.Judging;
using QnA.Models.Options;
using QnA.Models.Output;
using QnA.Models.Passages;
using QnA.Models.Prompts;

namespace QnA.Models.Answering;

/// <summary>Lets models write the answer, one after the other until one does; the last resort are the best quotes themselves.</summary>
/// <remarks>
/// Nothing that was sent is taken back: where a model stops in the middle, or most of what it wrote is not carried by the articles, the
/// sentences that were verified stay and the best quotes follow them. Safe for concurrent use.
/// </remarks>
internal sealed partial class ModelAnswerer(
    IReadOnlyList<ModelEndpoint> endpoints,
    IAnswerer extractive,
    ClaimVerifier verifier,
    PromptLibrary prompts,
    ITokenCounter tokens,
    ModelCall call,
    ClaimJudge judge,
    IOptionsMonitor<ModelOptions> options,
    IOptionsMonitor<AnswerOptions> answerOptions,
    ILogger<ModelAnswerer> logger) : IAnswerer
{
    /// <inheritdoc/>
    public string Model => endpoints[0].Name;

    /// <inheritdoc/>
    public async IAsyncEnumerable<Draft> DraftAsync(
        StandaloneQuestion question, SearchResult found, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(found);
        var progress = new Progress();
        foreach (var endpoint in endpoints)
        {
            progress.Begin(endpoint.Name);
            var claims = AskAsync(endpoint, question, found, progress, cancellationToken);
            if (answerOptions.CurrentValue.CheckClaims)
            {
                claims = judge.JudgeAsync(claims, question, cancellationToken);
            }

            await foreach (var claim in claims.ConfigureAwait(false))
            {
                progress.Count(claim, verifier.TryVerify(claim, question, out _, out _));
                yield return claim;
            }

            if (!progress.HasFailed || progress.Kept > 0)
            {
                break;
            }
        }

        if (progress.IsEnough || progress.SaysNotFound)
        {
            yield return new DraftEnd(progress.Model) { PromptVersion = progress.PromptVersion, SaysNotFound = progress.SaysNotFound };
            yield break;
        }

        await foreach (var draft in extractive.DraftAsync(question, found, cancellationToken).ConfigureAwait(false))
        {
            if (draft is DraftClaim quote && !quote.Support.Any(progress.IsQuoted))
            {
                yield return quote;
            }
        }

        yield return new DraftEnd(NameOf(progress)) { PromptVersion = progress.Kept > 0 ? progress.PromptVersion : null };
    }

    private string NameOf(Progress progress)
    {
        if (progress.Kept > 0)
        {
            return $"{progress.Model} and {extractive.Model}";
        }

        return progress.HasFailed ? $"{extractive.Model} ({Model} unavailable)" : $"{extractive.Model} ({progress.Model} not verified)";
    }

    private async IAsyncEnumerable<DraftClaim> AskAsync(
        ModelEndpoint endpoint,
        StandaloneQuestion question,
        SearchResult found,
        Progress progress,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var settings = options.CurrentValue;
        var parser = new AnswerParser();
        var passages = NumberedPassages.Of(found, answerOptions.CurrentValue.MaxQuoteLength, settings.MaxInputTokens, tokens);
        var text = StreamAsync(endpoint, question, passages, settings, progress, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (text.ConfigureAwait(false))
        {
            while (true)
            {
                string? chunk;
                try
                {
                    chunk = await text.MoveNextAsync().ConfigureAwait(false) ? text.Current : null;
                }
                catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
                {
                    // Whatever a server or its library does, the person gets the quotes.
                    progress.Fail();
                    LogFailure(endpoint, exception);
                    yield break;
                }

                var claims = chunk is null ? parser.Complete() : parser.Append(chunk);
                progress.Heard(claims.Count, parser.SaysNotFound);
                foreach (var claim in claims)
                {
                    yield return passages.Resolve(claim);
                }

                if (chunk is null)
                {
                    yield break;
                }
            }
        }
    }

    private async IAsyncEnumerable<string> StreamAsync(
        ModelEndpoint endpoint,
        StandaloneQuestion question,
        NumberedPassages passages,
        ModelOptions settings,
        Progress progress,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var prompt = prompts.LoadAnswer();
        progress.PromptVersion = prompt.Version;
        var arguments = new KernelArguments(prompt.SettingsWith(settings.MaxOutputTokens))
        {
            ["passages"] = passages.Text,
            ["question"] = question.Text,
        };
        await foreach (var chunk in call.StreamAsync(new ModelRequest(endpoint, prompt, arguments, settings, settings.Timeout), cancellationToken).ConfigureAwait(false))
        {
            yield return chunk;
        }
    }

    private void LogFailure(ModelEndpoint endpoint, Exception exception)
    {
        if (exception is BrokenCircuitException)
        {
            Log.ModelLeftAlone(logger, endpoint.Name);
        }
        else if (exception is PromptException)
        {
            Log.PromptUnusable(logger, exception.Message);
        }
        else
        {
            Log.ModelFailed(logger, endpoint.Name, exception.GetType().Name);
        }
    }

    /// <summary>What has become of one answer so far.</summary>
    /// <remarks>While sentences are judged, the model is heard on another thread; it has its own fields, which are read when it has ended.</remarks>
    private sealed class Progress
    {
        private readonly HashSet<(string Article, TextSpan Span)> _quoted = [];
        private int _heard;
        private int _drafted;

        public string Model { get; private set; } = "";

        public string? PromptVersion { get; set; }

        public bool HasFailed { get; private set; }

        public bool SaysNotFound { get; private set; }

        public int Kept { get; private set; }

        // Half of what was drafted: an answer of which more was wrong than right needs the quotes beside it.
        public bool IsEnough => !HasFailed && Kept > 0 && Kept * 2 >= _drafted;

        public void Begin(string model) => (Model, HasFailed) = (model, false);

        public void Fail() => HasFailed = true;

        public void Heard(int claims, bool saysNotFound)
        {
            _heard += claims;
            SaysNotFound |= saysNotFound && _heard == 0;
        }

        public void Count(DraftClaim claim, bool isCarried)
        {
            _drafted++;
            if (isCarried)
            {
                Kept++;
                _quoted.UnionWith(claim.Support.Select(s => (s.Article.Id, s.Span)));
            }
        }

        public bool IsQuoted(DraftQuote quote) => _quoted.Contains((quote.Article.Id, quote.Span));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The model {Model} failed: {Error}")]
        public static partial void ModelFailed(ILogger logger, string model, string error);

        [LoggerMessage(Level = LogLevel.Debug, Message = "The model {Model} failed a moment ago and is not asked")]
        public static partial void ModelLeftAlone(ILogger logger, string model);

        [LoggerMessage(Level = LogLevel.Error, Message = "Answers are made without a model: {Reason}")]
        public static partial void PromptUnusable(ILogger logger, string reason);
    }
}
