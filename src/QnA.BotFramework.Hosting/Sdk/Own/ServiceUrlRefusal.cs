using Microsoft.Bot.Connector.Authentication;

namespace QnA.BotFramework.Hosting;

/// <summary>Knows the exception for an activity that names a service to which nothing may be sent.</summary>
internal static class ServiceUrlRefusal
{
    public static bool Is(Exception exception) => exception is ServiceUrlNotAllowedException;
}
