using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace QnA.Cli.Commands;

/// <summary>Examples that <c>--help</c> shows under the options of a command.</summary>
internal static class Examples
{
    /// <summary>Makes a command line show examples in the help of its commands.</summary>
    /// <param name="root">The command line.</param>
    /// <param name="examples">The lines to show, by command.</param>
    public static void AddTo(RootCommand root, IReadOnlyDictionary<Command, string[]> examples)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = new ExamplesHelpAction((HelpAction)option.Action!, examples);
        }
    }

    private sealed class ExamplesHelpAction(HelpAction help, IReadOnlyDictionary<Command, string[]> examples) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var exitCode = help.Invoke(parseResult);
            if (examples.TryGetValue(parseResult.CommandResult.Command, out var lines))
            {
                var output = parseResult.InvocationConfiguration.Output;
                output.WriteLine("Examples:");
                foreach (var line in lines)
                {
                    output.WriteLine("  " + line);
                }
            }

            return exitCode;
        }
    }
}
