using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using QnA.Bot.Hosting;
using QnA.BotFramework.Hosting;
using QnA.Core.Access;

namespace QnA.Bot.DirectLine;

/// <summary>Takes what clients send into their conversations and has the bot answer.</summary>
internal sealed class DirectLineTurns(DirectLineAdapter adapter, ConversationTurns turns, PublicAddress publicAddress)
{
    private static readonly string[] Accepted = [ActivityTypes.Message, ActivityTypes.Typing, ActivityTypes.Event, ActivityTypes.Invoke];

    /// <summary>Tells whether clients may send activities of a type.</summary>
    public static bool Accepts(string type) => Accepted.Contains(type, StringComparer.Ordinal);

    /// <summary>Lets the bot greet who opened a conversation.</summary>
    public void Welcome(DirectLineConversation conversation)
    {
        var update = new Activity { Type = ActivityTypes.ConversationUpdate, Id = $"{conversation.Id}|open" };
        Address(update, conversation, conversation.UserId);
        update.MembersAdded = [new ChannelAccount(update.Recipient.Id), new ChannelAccount(conversation.UserId)];
        if (turns.TryEnter(update) is { } place)
        {
            Start(place, Reader.Anonymous);
        }
    }

    /// <summary>Adds a client's activity to its conversation and lets the bot answer.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="activity">The activity as it came; what a client must not say of it is replaced.</param>
    /// <param name="caller">Who sends it; without a user the activity says.</param>
    /// <returns>
    /// The activity's id, which for one that was sent again is the first one's; <see langword="null"/> where too many wait for an answer already.
    /// </returns>
    public string? TrySend(DirectLineConversation conversation, Activity activity, DirectLineCaller caller)
    {
        var name = activity.From?.Name;
        Address(activity, conversation, caller.UserId ?? activity.From?.Id ?? conversation.UserId);
        activity.From!.Name = name;
        activity.CallerId = null;

        // The answer goes into the conversation, not into the response.
        activity.DeliveryMode = null;

        // The protocol gives ids to what clients send, so they know their own activities by this one.
        var repeatId = activity.TryGetChannelData<ClientData>(out var data) ? data.ClientActivityID : null;
        TurnPlace place;
        string id;

        // What is said stands in the conversation in the order in which it is answered.
        lock (conversation.Arrivals)
        {
            if (turns.TryEnter(activity) is not { } entered)
            {
                return null;
            }

            place = entered;
            if (!place.TryAccept(repeatId))
            {
                place.Dispose();
                return place.EarlierId;
            }

            id = conversation.Append(activity);
            place.AcceptAs(id);
        }

        Start(place, caller.Reader);
        return id;
    }

    // The request does not wait, and what fails is logged where the turn runs.
    private void Start(TurnPlace place, Reader reader) => _ = Task.Run(async () =>
    {
        using (place)
        {
            await place.RunAsync((bot, token) => adapter.RunAsync(place.Activity, bot, reader, token));
        }
    });

    private void Address(Activity activity, DirectLineConversation conversation, string userId)
    {
        activity.ChannelId = Channels.Directline;
        activity.ServiceUrl = publicAddress.Value.AbsoluteUri;
        activity.Conversation = new ConversationAccount { Id = conversation.Id };
        activity.From = new ChannelAccount { Id = userId, Role = RoleTypes.User };
        activity.Recipient = new ChannelAccount { Id = "bot", Name = "QnA", Role = RoleTypes.Bot };
    }

    private sealed class ClientData
    {
        public string? ClientActivityID { get; set; }
    }
}
