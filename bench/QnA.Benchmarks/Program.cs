using BenchmarkDotNet.Running;
using QnA.Benchmarks.Load;

// "load" drives whole engines; everything else goes to BenchmarkDotNet, for the parts.
if (args is not ["load", ..])
{
    BenchmarkSwitcher.FromAssembly(typeof(LoadArguments).Assembly).Run(args);
    return 0;
}

if (!LoadArguments.TryParse(args[1..], out var arguments, out var error))
{
    await Console.Error.WriteLineAsync(error);
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};

try
{
    return arguments.Step is { } step
        ? await LoadSteps.RunAsync(step, arguments, stop.Token)
        : await LoadDriver.RunAsync(arguments, stop.Token);
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync("Stopped.");
    return 1;
}
