using Microsoft.Bot.Schema;

namespace QnA.BotFramework.Hosting;

/// <summary>Sees activities when they arrive: after their sender was authenticated, before they wait for the turns before them.</summary>
/// <remarks>Implementations are quick, do not throw, and are safe for concurrent use. An activity that was sent again is not seen again.</remarks>
public interface IArrivalObserver
{
    /// <summary>Sees an activity.</summary>
    /// <param name="activity">The activity; its turn follows when it is its time.</param>
    void OnArrival(Activity activity);
}
