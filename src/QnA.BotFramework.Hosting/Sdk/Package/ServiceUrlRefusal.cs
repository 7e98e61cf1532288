namespace QnA.BotFramework.Hosting;

/// <summary>Knows the exception for an activity that names a service to which nothing may be sent; the official package has none.</summary>
internal static class ServiceUrlRefusal
{
    public static bool Is(Exception exception) => false;
}
