using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using QnA.Bot.Hosting;

namespace QnA.BotLoad.Chaos;

/// <summary>A clock that is the machine's, set forward or back by what a file says. Timers are not changed, as they are not by a real step.</summary>
internal sealed class SteppedClock(string file) : BackgroundService
{
    /// <summary>The argument that makes this program QnA's bot with such a clock.</summary>
    public const string BotRole = "serve-bot";

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Time _time = new();

    /// <summary>Sets the clock of the bot that reads a file.</summary>
    public static void Set(string file, TimeSpan offset) => File.WriteAllText(file, offset.Ticks.ToString(CultureInfo.InvariantCulture));

    /// <summary>Runs QnA's bot, put together as its own program does, but for the clock.</summary>
    /// <param name="arguments">The file that says how far the clock is set, then the bot's settings.</param>
    public static async Task<int> RunBotAsync(string[] arguments)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = arguments[1..], ContentRootPath = AppContext.BaseDirectory });
        var clock = new SteppedClock(arguments[0]);
        builder.Services.AddSingleton<TimeProvider>(clock._time);
        builder.Services.AddHostedService(_ => clock);
        builder.AddQnABot();
        return await builder.RunQnABotAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            if (File.Exists(file) && long.TryParse(await File.ReadAllTextAsync(file, stoppingToken), CultureInfo.InvariantCulture, out var ticks))
            {
                _time.Offset = TimeSpan.FromTicks(ticks);
            }

            await Task.Delay(Interval, TimeProvider.System, stoppingToken);
        }
    }

    private sealed class Time : TimeProvider
    {
        private long _ticks;

        public TimeSpan Offset
        {
            set => Interlocked.Exchange(ref _ticks, value.Ticks);
        }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _ticks));
    }
}
