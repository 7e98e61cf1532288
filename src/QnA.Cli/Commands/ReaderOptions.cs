using System.CommandLine;
using QnA.Core.Access;

namespace QnA.Cli.Commands;

/// <summary>The options that say as whom is asked. Whoever runs the command has the index on disk, so without them nothing is withheld.</summary>
internal sealed class ReaderOptions
{
    private readonly Option<string?> _user = new("--as-user")
    {
        Description = "Ask as this user of Microsoft Entra ID (Articles:Access), or as nobody in particular with \"anonymous\". Groups are not looked up here.",
        HelpName = "ID",
    };

    private readonly Option<string?> _tenant = new("--as-tenant") { Description = "The tenant of --as-user.", HelpName = "ID" };

    /// <summary>Adds the options to a command, with the check of their values.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_user);
        command.Options.Add(_tenant);
        command.Validators.Add(result =>
        {
            var (user, tenant) = (result.GetValue(_user), result.GetValue(_tenant));
            if (user is not (null or Anonymous) && Reader.Of(user, tenantId: null).UserId is null)
            {
                result.AddError("--as-user must be the object id of a user in Microsoft Entra ID, such as 00000000-0000-0000-0000-000000000000, or anonymous.");
            }
            else if (tenant is not null && Reader.Of(user, tenant).TenantId is null)
            {
                result.AddError("--as-tenant must be the id of a tenant in Microsoft Entra ID, and needs --as-user.");
            }
        });
    }

    /// <summary>Gets who asks.</summary>
    public Reader Of(ParseResult result) =>
        result.GetValue(_user) is { } user ? Reader.Of(user, result.GetValue(_tenant)) : Reader.Operator;

    private const string Anonymous = "anonymous";
}
