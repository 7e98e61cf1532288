using System.Text.RegularExpressions;

namespace Microsoft.Bot.Schema;

/// <summary>Finds and removes mentions in a message.</summary>
public static class ActivityExtensions
{
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    /// <summary>Tells whether an account is mentioned.</summary>
    /// <param name="activity">The message.</param>
    /// <param name="id">The account's id.</param>
    /// <returns>Whether it is.</returns>
    public static bool MentionsId(this IMessageActivity activity, string id)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.GetMentions().Any(m => m.Mentioned?.Id == id);
    }

    /// <summary>Tells whether the receiver is mentioned.</summary>
    /// <param name="activity">The message.</param>
    /// <returns>Whether it is.</returns>
    public static bool MentionsRecipient(this IMessageActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.Recipient?.Id is { } id && activity.MentionsId(id);
    }

    /// <summary>Removes mentions of the receiver from the text.</summary>
    /// <param name="activity">The message; its text is changed, its entities stay.</param>
    /// <returns>The new text.</returns>
    public static string? RemoveRecipientMention(this IMessageActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.Recipient?.Id is { } id ? activity.RemoveMentionText(id) : activity.Text;
    }

    /// <summary>Removes mentions of an account from the text.</summary>
    /// <param name="activity">The message; its text is changed, its entities stay.</param>
    /// <param name="id">The account's id.</param>
    /// <returns>The new text, trimmed where a mention was removed.</returns>
    public static string? RemoveMentionText(this IMessageActivity activity, string id)
    {
        ArgumentNullException.ThrowIfNull(activity);
        foreach (var mention in activity.GetMentions().Where(m => m.Mentioned?.Id == id))
        {
            if (activity.Text is null)
            {
                break;
            }

            // A channel that gives no text for a mention still writes it as an <at> element around the name.
            activity.Text = string.IsNullOrEmpty(mention.Text)
                ? RemoveElement(activity.Text, mention.Mentioned?.Name)
                : activity.Text.Replace(mention.Text, string.Empty, StringComparison.OrdinalIgnoreCase).Trim();
        }

        return activity.Text;
    }

    private static string RemoveElement(string text, string? name) =>
        string.IsNullOrEmpty(name)
            ? text
            : Regex.Replace(text, $"<at(?:\\s[^>]*)?>\\s*{Regex.Escape(name)}\\s*</at>", string.Empty, RegexOptions.IgnoreCase, MatchTimeout).Trim();
}
