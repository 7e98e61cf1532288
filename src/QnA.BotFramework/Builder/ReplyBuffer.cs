using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Sends, updates and deletes in the list of replies that goes into the HTTP response.</summary>
internal static class ReplyBuffer
{
    public static ResourceResponse[] Add(TurnContext turn, List<Activity> activities)
    {
        var responses = new ResourceResponse[activities.Count];
        for (var i = 0; i < responses.Length; i++)
        {
            var activity = activities[i];
            if (activity.Type == ActivityTypesEx.InvokeResponse)
            {
                turn.TurnState.Set(BotAdapter.InvokeResponseKey, activity);
            }
            else
            {
                activity.Id = Guid.NewGuid().ToString("N");
                turn.BufferedReplyActivities.Add(activity);
            }

            responses[i] = new ResourceResponse(activity.Id);
        }

        return responses;
    }

    public static ResourceResponse Update(TurnContext turn, Activity activity)
    {
        var index = turn.BufferedReplyActivities.FindIndex(a => a.Id == activity.Id);
        if (index < 0)
        {
            throw new InvalidOperationException(
                $"The activity '{activity.Id}' cannot be updated: it is not among the replies of this turn, which are returned in the HTTP response.");
        }

        turn.BufferedReplyActivities[index] = activity;
        return new ResourceResponse(activity.Id);
    }

    public static void Delete(TurnContext turn, ConversationReference reference)
    {
        if (turn.BufferedReplyActivities.RemoveAll(a => a.Id == reference.ActivityId) == 0)
        {
            throw new InvalidOperationException(
                $"The activity '{reference.ActivityId}' cannot be deleted: it is not among the replies of this turn, which are returned in the HTTP response.");
        }
    }
}
