using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using QnA.Core.Answers;
using QnA.Core.Questions;
using QnA.Core.Retrieval;
using QnA.Core.Verification;
using QnA.Models.Calls;
using QnA.Models.Options;
using QnA.Models.Output;
using QnA.Models.Passages;
using QnA.Models.Prompts;

namespace QnA.Models.Answering;

/// <summary>Lets models write the answer, one after the other until one has written something that the articles carry.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed partial class ModelAnswerer(
    IReadOnlyList<ModelEndpoint> endpoints,
    ClaimVerifier verifier,
    PromptLibrary prompts,
    ITokenCounter tokens,
    ModelCall call,
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
        var writing = new Writing();
        foreach (var endpoint in endpoints)
        {
            var isCarried = false;
            writing.Begin(endpoint.Name);
            await foreach (var claim in WriteAsync(endpoint, question, found, writing, cancellationToken).ConfigureAwait(false))
            {
                var known = verifier.Check(claim, question);
                isCarried |= known.Verified is not null;
                yield return known;
            }

            if (!writing.IsCutShort || isCarried)
            {
                break;
            }
        }

        yield return writing.End;
    }

    private async IAsyncEnumerable<DraftClaim> WriteAsync(
        ModelEndpoint endpoint,
        StandaloneQuestion question,
        SearchResult found,
        Writing writing,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var settings = options.CurrentValue;
        var parser = new AnswerParser();
        var passages = NumberedPassages.Of(found, answerOptions.CurrentValue.MaxQuoteLength, settings.MaxInputTokens, tokens);
        var text = StreamAsync(endpoint, question, passages, settings, writing, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (text.ConfigureAwait(false))
        {
            while (true)
            {
                string? chunk;
                try
                {
                    chunk = await text.MoveNextAsync().ConfigureAwait(false) ? text.Current : null;
                }
                catch (ModelFailedException)
                {
                    writing.CutShort();
                    yield break;
                }
                catch (PromptException exception)
                {
                    writing.CutShort();
                    Log.PromptUnusable(logger, exception.Message);
                    yield break;
                }

                var claims = chunk is null ? parser.Complete() : parser.Append(chunk);
                writing.Heard(claims.Count, parser.SaysNotFound);
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
        Writing writing,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var prompt = prompts.LoadAnswer();
        writing.PromptVersion = prompt.Version;
        var variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["passages"] = passages.Text, ["question"] = question.Text };
        await foreach (var chunk in call.StreamAsync(new ModelRequest(endpoint, prompt, variables, settings, settings.Timeout), cancellationToken).ConfigureAwait(false))
        {
            yield return chunk;
        }
    }

    /// <summary>What has become of one answer so far.</summary>
    private sealed class Writing
    {
        private string _model = "";
        private int _heard;
        private bool _saysNotFound;

        public string? PromptVersion { get; set; }

        public bool IsCutShort { get; private set; }

        public DraftEnd End => new(_model) { PromptVersion = PromptVersion, SaysNotFound = _saysNotFound, IsCutShort = IsCutShort };

        public void Begin(string model) => (_model, IsCutShort) = (model, false);

        public void CutShort() => IsCutShort = true;

        public void Heard(int claims, bool saysNotFound)
        {
            _heard += claims;
            _saysNotFound |= saysNotFound && _heard == 0;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Answers are made without a model: {Reason}")]
        public static partial void PromptUnusable(ILogger logger, string reason);
    }
}
