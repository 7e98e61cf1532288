using Spectre.Console;

namespace QnA.Cli.Rendering;

/// <summary>Where a command writes: results to standard output, everything about the work to standard error.</summary>
internal sealed class Terminal
{
    /// <summary>Creates a terminal over the process's own streams.</summary>
    public Terminal()
        : this(
            AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) }),
            AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }))
    {
    }

    /// <summary>Creates a terminal over two consoles.</summary>
    public Terminal(IAnsiConsole output, IAnsiConsole messages)
    {
        Output = output;
        Messages = messages;
    }

    /// <summary>Gets where results go.</summary>
    public IAnsiConsole Output { get; }

    /// <summary>Gets where progress, notes and errors go.</summary>
    public IAnsiConsole Messages { get; }

    /// <summary>Writes a line of results that a program reads, as it is: never wrapped, never coloured.</summary>
    public void WriteRaw(string line) => Output.Profile.Out.Writer.WriteLine(line);

    /// <summary>Says what went wrong.</summary>
    public void Error(string message) => Say(message, new Style(Color.Red));

    /// <summary>Says what is going on.</summary>
    public void Note(string message) => Say(message, Style.Plain);

    private void Say(string message, Style style)
    {
        if (Messages.Profile.Out.IsTerminal)
        {
            Messages.Write(new Text(TerminalText.Clean(message) + "\n", style));
        }
        else
        {
            // A log has no width to wrap at.
            Messages.Profile.Out.Writer.WriteLine(TerminalText.Clean(message));
        }
    }
}
