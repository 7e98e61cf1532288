namespace QnA.Bot.Hosting;

/// <summary>Finds the directory that relative paths of the settings start at.</summary>
internal static class ContentRoot
{
    /// <summary>
    /// Gets the current directory where it has an <c>appsettings.json</c> (a checkout, a container's working directory), else the
    /// directory of the program (a published bot that is started from elsewhere).
    /// </summary>
    public static string Find() =>
        File.Exists(Path.Combine(Directory.GetCurrentDirectory(), "appsettings.json")) ? Directory.GetCurrentDirectory() : AppContext.BaseDirectory;
}
