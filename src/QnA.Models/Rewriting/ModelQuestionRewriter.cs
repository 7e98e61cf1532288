using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using QnA.Core.Questions;
using QnA.Models.Caching;
using QnA.Models.Calls;
using QnA.Models.Options;
using QnA.Models.Passages;
using QnA.Models.Prompts;

namespace QnA.Models.Rewriting;

/// <summary>Lets a model make follow-up questions stand alone; where it cannot, the rules do.</summary>
/// <remarks>A question without history is never sent. Safe for concurrent use.</remarks>
internal sealed partial class ModelQuestionRewriter(
    IQuestionRewriter rules,
    ModelChain models,
    PromptLibrary prompts,
    ITokenCounter tokens,
    ModelCache cache,
    IOptionsMonitor<ModelOptions> options,
    ILogger<ModelQuestionRewriter> logger) : IQuestionRewriter
{
    /// <inheritdoc/>
    public async ValueTask<StandaloneQuestion> RewriteAsync(Question question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var settings = options.CurrentValue;
        var history = HistoryText.Of(question.History, settings.MaxHistoryTurns, settings.MaxHistoryTokens, tokens);
        if (history.Length > 0 && await AskAsync(question, history, cancellationToken).ConfigureAwait(false) is { } rewritten
            && !RewrittenQuestion.IsSame(rewritten, question.Text))
        {
            return new StandaloneQuestion(rewritten);
        }

        return await rules.RewriteAsync(question, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string?> AskAsync(Question question, string history, CancellationToken cancellationToken)
    {
        Prompt prompt;
        try
        {
            prompt = prompts.LoadRewrite();
        }
        catch (PromptException exception)
        {
            Log.PromptUnusable(logger, exception.Message);
            return null;
        }

        var key = CacheKey.Of("rewrite", prompt.Version, options.CurrentValue, question.Text, history);
        if (await cache.FindAsync(key, cancellationToken).ConfigureAwait(false) is { } known)
        {
            return RewrittenQuestion.Read(Encoding.UTF8.GetString(known), question);
        }

        var variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["history"] = history, ["question"] = PromptText.Encode(question.Text) };
        if (await models.AskAsync(prompt, variables, cancellationToken).ConfigureAwait(false) is not { } output)
        {
            return null;
        }

        if (RewrittenQuestion.Read(output, question) is not { } rewritten)
        {
            Log.Nonsense(logger);
            return null;
        }

        await cache.StoreAsync(key, Encoding.UTF8.GetBytes(rewritten), cancellationToken).ConfigureAwait(false);
        return rewritten;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "What the model made of a follow-up question is none; rules are used instead")]
        public static partial void Nonsense(ILogger logger);

        [LoggerMessage(Level = LogLevel.Error, Message = "Follow-up questions are left to rules: {Reason}")]
        public static partial void PromptUnusable(ILogger logger, string reason);
    }
}
