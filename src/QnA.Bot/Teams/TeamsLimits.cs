using System.Globalization;
using System.Text;
using Microsoft.Bot.Schema;
using QnA.Bot.Replies;
using QnA.BotFramework.Hosting;

namespace QnA.Bot.Teams;

/// <summary>What Teams takes (Teams, "Format your bot messages" and "Bot messages with AI-generated content").</summary>
internal static class TeamsLimits
{
    /// <summary>How many claims a message cites at most.</summary>
    public const int Citations = 20;

    /// <summary>The length of a citation's name, in UTF-16 code units.</summary>
    public const int Name = 80;

    /// <summary>The length of a citation's abstract, in UTF-16 code units.</summary>
    public const int Abstract = 160;

    /// <summary>The length of a citation's keyword, in UTF-16 code units.</summary>
    public const int Keyword = 28;

    // 80 KB with everything, counted as UTF-16; addresses and ids that are added on sending need some of it.
    private const int MaxBytes = (80 - 4) * 1024;

    /// <summary>Tells whether a message is small enough to be sent.</summary>
    public static bool Fits(Activity message) => Encoding.UTF8.GetCharCount(ActivityJson.Write(message)) * sizeof(char) <= MaxBytes;

    /// <summary>Makes text one line of a length that Teams takes, never cutting a character in two.</summary>
    /// <param name="text">The text; plain, not Markdown.</param>
    /// <param name="limit">UTF-16 code units.</param>
    public static string Shorten(string text, int limit)
    {
        var line = MarkdownText.PlainLine(text);
        if (line.Length <= limit)
        {
            return line;
        }

        var end = 0;
        while (end + StringInfo.GetNextTextElementLength(line, end) is var next && next < limit)
        {
            end = next;
        }

        return line[..end].TrimEnd() + "…";
    }
}
