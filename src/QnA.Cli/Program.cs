using System.CommandLine;
using System.CommandLine.Invocation;
using QnA.Cli;
using QnA.Cli.Commands;

// The last commit of a stopped ingestion, and the last line of a stopped run, may take a moment.
var invocation = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) };
var parsed = QnACommand.Create().Parse(args);
var exitCode = await parsed.InvokeAsync(invocation, CancellationToken.None);
return parsed.Action is ParseErrorAction ? ExitCodes.WrongUsage : exitCode;
