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

    /// <summary>Writes text for people, wrapped at a terminal.</summary>
    public void WriteParagraph(string text) => Write(Output, text, Style.Plain);

    /// <summary>Writes text for people in a style.</summary>
    public void WriteLine(string text, Style style) => Write(Output, text, style);

    /// <summary>Writes text for people that they must not overlook.</summary>
    public void WriteWarning(string text) => Write(Output, text, new Style(Color.Yellow));

    /// <summary>Says what went wrong.</summary>
    public void Error(string message) => Write(Messages, message, new Style(Color.Red));

    /// <summary>Says what is going on.</summary>
    public void Note(string message) => Write(Messages, message, Style.Plain);

    private static void Write(IAnsiConsole console, string text, Style style)
    {
        if (console.Profile.Out.IsTerminal)
        {
            console.Write(new Spectre.Console.Text(TerminalText.Clean(text) + "\n", style));
        }
        else
        {
            // A file, a pipe or a log has no width to wrap at.
            console.Profile.Out.Writer.WriteLine(TerminalText.Clean(text));
        }
    }
}
