using System.CommandLine;
using QnA.Cli.Rendering;
using QnA.Cli.Teams;

namespace QnA.Cli.Commands;

/// <summary><c>qna teams-package</c>: makes the file with which a bot is installed in Teams.</summary>
internal static class TeamsPackageCommand
{
    /// <summary>The examples of the help.</summary>
    public static readonly string[] Examples =
    [
        "qna teams-package --app-id 00001111-aaaa-2222-bbbb-3333cccc4444 --domain bot.example.com --output qna.zip",
    ];

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var appId = new Option<string>("--app-id") { Description = "The bot's app id: the setting MicrosoftAppId.", HelpName = "GUID", Required = true };
        var domain = new Option<string>("--domain") { Description = "The host name under which the bot is reached, such as bot.example.com.", HelpName = "HOST", Required = true };
        var output = new Option<string>("--output", "-o") { Description = "The file to write.", HelpName = "FILE", DefaultValueFactory = _ => "qna.zip" };
        var force = new Option<bool>("--force") { Description = "Replace the file if it is there." };
        var command = new Command("teams-package", "Makes the app package with which the bot is installed in Microsoft Teams.") { appId, domain, output, force };
        command.SetAction(result => Run(
            new Terminal(), result.GetRequiredValue(appId), result.GetRequiredValue(domain), result.GetRequiredValue(output), result.GetValue(force)));
        return command;
    }

    private static int Run(Terminal terminal, string appId, string domain, string output, bool force)
    {
        if (!Guid.TryParseExact(appId, "D", out var id) || id == Guid.Empty)
        {
            terminal.Error($"--app-id is '{appId}'; it must be a GUID such as 00001111-aaaa-2222-bbbb-3333cccc4444: the app id of the bot's registration.");
            return ExitCodes.WrongUsage;
        }

        if (!IsDomain(domain))
        {
            terminal.Error($"--domain is '{domain}'; it must be a host name such as bot.example.com, without https://, port or path.");
            return ExitCodes.WrongUsage;
        }

        try
        {
            using var package = new MemoryStream();
            TeamsPackage.Write(package, id, domain);
            using var file = new FileStream(output, force ? FileMode.Create : FileMode.CreateNew);
            package.WriteTo(file);
        }
        catch (IOException) when (!force && File.Exists(output))
        {
            terminal.Error($"{output} is there already; name another file or add --force to replace it.");
            return ExitCodes.WrongUsage;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            terminal.Error($"{output} cannot be written: {exception.Message}");
            return ExitCodes.DoneWithFailures;
        }

        terminal.Note($"{output} was written. Upload it in Teams: Apps, Manage your apps, Upload an app.");
        return ExitCodes.Done;
    }

    // At least two labels, so that a name of this machine or an address in numbers is not taken for a public one.
    private static bool IsDomain(string domain) =>
        Uri.CheckHostName(domain) == UriHostNameType.Dns && domain.Contains('.', StringComparison.Ordinal) && !domain.EndsWith('.')
        && domain.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.');
}
