using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
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
    /// <remarks>A damaged file is set aside under another name, with a critical message in the log, and an empty one takes its place.</remarks>
    public static QnABuilder AddSqliteState(this QnABuilder builder, string? path = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddSettings<StateOptions>(StateOptions.Section)
            .PostConfigure<RelativePaths>((options, paths) => options.Path = paths.Resolve(path ?? options.Path));
        services.TryAddSingleton<IStateStore, SqliteState>();
        services.TryAddSingleton<IStorage>(Open);

        // Opened at start, so that damage is found then and not by the first message.
        services.AddHostedService<StateStart>();
        return builder;
    }

    private static SqliteStorage Open(IServiceProvider provider)
    {
        var path = provider.GetRequiredService<IOptions<StateOptions>>().Value.Path;
        DamagedState.SetAside(path, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<SqliteStorage>>());
        return new SqliteStorage(path);
    }

    private sealed class StateStart(IStorage storage) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            _ = storage;
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
