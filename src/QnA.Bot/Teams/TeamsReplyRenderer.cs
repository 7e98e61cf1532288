using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using QnA.Bot.Replies;
using QnA.Core.Answers;

namespace QnA.Bot.Teams;

/// <summary>
/// Writes for Teams: Markdown with the AI label, citations and feedback buttons. Quotes that would make the text long go into a card, and
/// what Teams would refuse for its size is not sent.
/// </summary>
internal sealed class TeamsReplyRenderer(MarkdownAnswer markdown, ArticleLinks links) : IReplyRenderer<Activity>
{
    // About two screens of a phone, in UTF-16 code units; more than that is read in a card of its own.
    private const int LongText = 3000;

    private const string TooLong = "There is more than one message of Teams takes. Ask about a part of it to see the rest.";

    public bool Supports(string? channelId) => channelId == Channels.Msteams;

    public Activity Render(Answer answer)
    {
        var text = markdown.Write(answer);
        var whole = Message(text, answer.Citations);
        if (answer.Claims.Count == 0 || (text.Length <= LongText && TeamsLimits.Fits(whole)))
        {
            return whole;
        }

        var withCard = Message(markdown.WriteWithoutQuotes(answer), answer.Citations);
        withCard.Attachments = [QuotesCard.Of(answer.Citations, links)];
        return TeamsLimits.Fits(withCard) ? withCard : Shortened(answer);
    }

    private Activity Shortened(Answer answer)
    {
        for (var count = answer.Claims.Count - 1; count > 0; count--)
        {
            var claims = answer.Claims.Take(count).ToList();
            var message = Message($"{MarkdownAnswer.WriteClaims(claims)}\n\n{TooLong}", claims.SelectMany(c => c.Citations).DistinctBy(c => c.Number));
            if (TeamsLimits.Fits(message))
            {
                return message;
            }
        }

        return Message(TooLong, []);
    }

    private Activity Message(string text, IEnumerable<Citation> citations)
    {
        var message = MessageFactory.Text(text);
        message.TextFormat = TextFormatTypes.Markdown;
        message.Entities = [CitationEntity.Of(citations, links)];
        message.ChannelData = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["feedbackLoop"] = new Dictionary<string, object?>(StringComparer.Ordinal) { ["type"] = "default" },
        };
        return message;
    }
}
