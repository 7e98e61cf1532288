using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using QnA.Bot.Replies;
using QnA.Core.Answers;
using QnA.Core.Questions;

namespace QnA.Bot.Streaming;

/// <summary>An answer that was sent.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="ActivityIds">The ids under which the channel knows its message; empty where there are none.</param>
internal sealed record DeliveredAnswer(Answer Answer, IReadOnlyList<string> ActivityIds);

/// <summary>Asks the pipeline and sends its answer: sentence by sentence where the channel can show that, else as one message.</summary>
internal sealed class AnswerDelivery(
    QuestionPipeline pipeline, ReplyRenderers renderers, TimeProvider time, ILogger<AnswerDelivery> logger)
{
    private const string Doing = "Looking in the articles …";
    private const string Stopped = "Stopped.";

    /// <summary>Answers a question in the turn in which it came.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="question">Makes the question, once the person sees that something is being done.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<DeliveredAnswer> AnswerAsync(
        ITurnContext turnContext, Func<Task<Question>> question, CancellationToken cancellationToken)
    {
        var channel = turnContext.Activity.ChannelId;
        if (StreamPace.For(turnContext.Activity) is not { } pace)
        {
            await turnContext.SendActivityAsync(new Activity { Type = ActivityTypes.Typing }, cancellationToken);
            var whole = await pipeline.AskAsync(await question(), cancellationToken);
            var message = renderers.Render(whole, channel);

            // A channel gives ids of its own; in a response the official SDK leaves what is there, and without an id nobody could rate the answer.
            message.Id = Guid.NewGuid().ToString("N");
            var response = await turnContext.SendActivityAsync(message, cancellationToken);
            var id = string.IsNullOrEmpty(response?.Id) ? message.Id : response.Id;
            return new DeliveredAnswer(whole, string.IsNullOrEmpty(id) ? [] : [id]);
        }

        await using var reply = await StreamedReply.BeginAsync(turnContext, pace, Doing, time, logger, cancellationToken);
        try
        {
            return await StreamAsync(reply, await question(), channel, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await reply.BreakOffAsync(Stopped);
            throw;
        }
    }

    private async Task<DeliveredAnswer> StreamAsync(StreamedReply reply, Question question, string? channel, CancellationToken cancellationToken)
    {
        List<Claim> claims = [];
        await foreach (var update in pipeline.StreamAsync(question, cancellationToken))
        {
            if (update is ClaimVerified verified)
            {
                claims.Add(verified.Claim);
                reply.Show(MarkdownAnswer.WriteClaims(claims));
            }
            else if (update is AnswerCompleted completed)
            {
                return new DeliveredAnswer(completed.Answer, await reply.FinishAsync(renderers.Render(completed.Answer, channel)));
            }
        }

        throw new InvalidOperationException("The stream of an answer ended without the answer.");
    }
}
