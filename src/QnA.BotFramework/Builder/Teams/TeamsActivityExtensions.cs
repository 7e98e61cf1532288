using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>Reads and writes what Teams adds to activities.</summary>
public static class TeamsActivityExtensions
{
    /// <summary>Gets the id of the channel in which an activity happened.</summary>
    /// <param name="activity">The activity.</param>
    /// <returns>The id; null outside of channels.</returns>
    public static string? TeamsGetChannelId(this IActivity activity) => DataOf(activity)?.Channel?.Id;

    /// <summary>Gets the id of the channel that was chosen when the bot was installed.</summary>
    /// <param name="activity">The activity.</param>
    /// <returns>The id; null when there is none.</returns>
    public static string? TeamsGetSelectedChannelId(this IActivity activity) => DataOf(activity)?.Settings?.SelectedChannel?.Id;

    /// <summary>Gets the team in which an activity happened.</summary>
    /// <param name="activity">The activity.</param>
    /// <returns>The team; null outside of teams.</returns>
    public static TeamInfo? TeamsGetTeamInfo(this IActivity activity) => DataOf(activity)?.Team;

    /// <summary>Gets the meeting in which an activity happened.</summary>
    /// <param name="activity">The activity.</param>
    /// <returns>The meeting; null outside of meetings.</returns>
    public static TeamsMeetingInfo? TeamsGetMeetingInfo(this IActivity activity) => DataOf(activity)?.Meeting;

    /// <summary>Makes Teams notify people of a message.</summary>
    /// <param name="activity">The message; other channel data stay.</param>
    /// <param name="alertInMeeting">Whether people are notified in the meeting rather than in the chat.</param>
    /// <param name="externalResourceUrl">The address that the notification opens in the meeting.</param>
    public static void TeamsNotifyUser(this IActivity activity, bool alertInMeeting = false, string? externalResourceUrl = null)
    {
        var data = DataOf(activity) ?? new TeamsChannelData();
        data.Notification = new NotificationInfo { Alert = !alertInMeeting, AlertInMeeting = alertInMeeting, ExternalResourceUrl = externalResourceUrl };
        activity.ChannelData = data;
    }

    private static TeamsChannelData? DataOf(IActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.TryGetChannelData<TeamsChannelData>(out var data) ? data : null;
    }
}
