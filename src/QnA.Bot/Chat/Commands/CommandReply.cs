using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace QnA.Bot.Chat.Commands;

/// <summary>What commands answer with.</summary>
internal static class CommandReply
{
    /// <summary>Makes a message of Markdown.</summary>
    public static Activity Markdown(string text)
    {
        var message = MessageFactory.Text(text);
        message.TextFormat = TextFormatTypes.Markdown;
        return message;
    }
}
