using System.Globalization;
using QnA.BotLoad;
using QnA.BotLoad.Chaos;
using QnA.BotLoad.Echo;
using QnA.BotLoad.Hostile;
using QnA.BotLoad.Mixed;

const string Usage = """
    dotnet run -c Release --project bench/QnA.BotLoad -- echo [rounds] [seconds]
        An echo bot on QnA.BotFramework under wrk, with replies in the response and through the connector; rounds of 3, each of 10 seconds.
    dotnet run -c Release --project bench/QnA.BotLoad -- mixed [minutes]
        QnA's own bot under messages, invokes, Direct Line sockets and bad input; 10 minutes.
    dotnet run -c Release --project bench/QnA.BotLoad -- hostile FILE
        Every "text" of a JSON Lines file in an article, in a question and in a model's answer: what gets through.
    dotnet run -c Release --project bench/QnA.BotLoad -- chaos [minutes] [seed]
        QnA's own bot while its process, disk, clock, articles and model fail; 10 minutes, seed 1.
    """;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};

switch (args.FirstOrDefault())
{
    case "echo":
        return await new EchoRun(Argument(1, 3), TimeSpan.FromSeconds(Argument(2, 10))).RunAsync(stop.Token);
    case "mixed":
        return await new MixedRun(TimeSpan.FromMinutes(Argument(1, 10))).RunAsync(stop.Token);
    case "hostile" when args.Length == 2:
        return await new HostileRun(Path.GetFullPath(args[1])).RunAsync(stop.Token);
    case "chaos":
        return await new ChaosRun(TimeSpan.FromMinutes(Argument(1, 10)), Argument(2, 1)).RunAsync(stop.Token);
    case SteppedClock.BotRole when args.Length > 1:
        return await SteppedClock.RunBotAsync(args[1..]);
    case ChildProcess.EchoBot:
        await EchoServer.RunAsync(stop.Token);
        return 0;
    case ChildProcess.Connector:
        await ConnectorServer.RunAsync(stop.Token);
        return 0;
    default:
        await Console.Error.WriteLineAsync(Usage);
        return 2;
}

int Argument(int index, int standard) =>
    args.Length > index ? int.Parse(args[index], CultureInfo.InvariantCulture) : standard;
