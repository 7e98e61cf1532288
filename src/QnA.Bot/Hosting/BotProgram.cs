namespace QnA.Bot.Hosting;

/// <summary>The program <c>QnA.Bot</c>.</summary>
internal static class BotProgram
{
    /// <summary>Puts the bot together and runs it until it is told to stop.</summary>
    /// <param name="args">Settings, such as <c>--Urls=http://localhost:3979</c>.</param>
    /// <returns>0 after a stop, 1 where the bot could not start.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        WebApplicationBuilder builder;
        try
        {
            builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot.Find() });
        }
        catch (InvalidDataException exception)
        {
            // There is no log before the settings are read.
            await Console.Error.WriteLineAsync($"The bot cannot start: {StartErrors.Explain(exception)![0]}");
            return 1;
        }

        builder.AddQnABot();
        return await builder.RunQnABotAsync();
    }
}
