using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using QnA.Core.Conversations;
using QnA.Core.Registration;

namespace QnA.BotFramework.Hosting;

/// <summary>Registers the state of conversations.</summary>
public static class SqliteStateQnABuilderExtensions
{
    /// <summary>Adds a SQLite file as what keeps conversations and feedback.</summary>
    /// <param name="builder">What <c>AddQnA</c> returned.</param>
    /// <param name="path">The file; <see langword="null"/> for that of the setting <c>State:Path</c>.</param>
    /// <returns>The same builder.</returns>
    public static QnABuilder AddSqliteState(this QnABuilder builder, string? path = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddOptions<StateOptions>().BindConfiguration(StateOptions.Section).ValidateDataAnnotations().ValidateOnStart()
            .PostConfigure<RelativePaths>((options, paths) => options.Path = paths.Resolve(path ?? options.Path));
        services.TryAddSingleton<IStateStore, SqliteState>();
        services.TryAddSingleton<IStorage>(provider => new SqliteStorage(provider.GetRequiredService<IOptions<StateOptions>>().Value.Path));
        return builder;
    }
}
