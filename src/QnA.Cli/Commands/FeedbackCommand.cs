using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using QnA.Cli.Composition;
using QnA.Cli.Rendering;
using QnA.Core.Articles;
using QnA.Core.Conversations;
using QnA.Core.Feedback;
using Spectre.Console;

namespace QnA.Cli.Commands;

/// <summary><c>qna feedback</c>: shows what people thought of the bot's answers.</summary>
internal static class FeedbackCommand
{
    /// <summary>The examples of the help.</summary>
    public static readonly string[] Examples = ["qna feedback", "qna feedback --since 2024-06-01 --json > feedback.jsonl"];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // A line of a file, never part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var state = new Option<string?>("--state") { Description = "The bot's state file. The default is the setting State:Path (.qna/state.db).", HelpName = "FILE" };
        var since = new Option<string?>("--since") { Description = "Only feedback from this date on, in ISO 8601 (2024-06-01).", HelpName = "DATE" };
        var json = new Option<bool>("--json") { Description = "Write JSON Lines, one object for each feedback." };
        var command = new Command("feedback", "Shows what people thought of the bot's answers, oldest first.") { since, json, state };
        command.SetAction((result, cancellationToken) =>
        {
            var terminal = new Terminal();
            return CommandRunner.RunAsync(
                terminal,
                index: null,
                services => RunAsync(terminal, services.GetRequiredService<IStateStore>(), result.GetValue(since), result.GetValue(json), cancellationToken),
                result.GetValue(state));
        });
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, IStateStore state, string? since, bool json, CancellationToken cancellationToken)
    {
        var from = default(PublicationDate);
        if (since is not null && !PublicationDate.TryParse(since, out from))
        {
            terminal.Error($"--since is '{since}'; it must be a date in ISO 8601 such as 2024-06-01.");
            return ExitCodes.WrongUsage;
        }

        if (!state.Exists)
        {
            terminal.Error($"There is no state file {state.Location}. Name the bot's with --state FILE; it is made when the bot starts.");
            return ExitCodes.WrongUsage;
        }

        try
        {
            var entries = await state.ReadFeedbackAsync(cancellationToken).Where(e => since is null || e.At >= from.Start).ToListAsync(cancellationToken);
            Write(terminal, [.. entries.OrderBy(e => e.At).ThenBy(e => e.ActivityId, StringComparer.Ordinal)], json);
            return ExitCodes.Done;
        }
        catch (InvalidOperationException exception)
        {
            terminal.Error(exception.Message);
            return ExitCodes.DoneWithFailures;
        }
    }

    private static void Write(Terminal terminal, IReadOnlyList<FeedbackEntry> entries, bool json)
    {
        foreach (var entry in entries)
        {
            if (json)
            {
                terminal.WriteRaw(JsonSerializer.Serialize(entry, Json));
                continue;
            }

            var head = string.Create(CultureInfo.InvariantCulture, $"{entry.At:yyyy-MM-dd HH:mm} {entry.Reaction} ({entry.Channel})");
            terminal.Output.Write(new Spectre.Console.Text(TerminalText.OneLine(head) + "\n", new Style(decoration: Decoration.Bold)));
            WriteLine(terminal, "question", entry.Question);
            WriteLine(terminal, "comment", entry.Text);
            WriteLine(terminal, "articles", string.Join(", ", entry.Citations.Select(c => c.ArticleId).Distinct(StringComparer.Ordinal)));
        }

        if (!json)
        {
            terminal.Output.Write(new Spectre.Console.Text(string.Create(
                CultureInfo.InvariantCulture,
                $"{entries.Count(e => e.Reaction == FeedbackEntry.Like):N0} liked, {entries.Count(e => e.Reaction == FeedbackEntry.Dislike):N0} disliked\n")));
        }
    }

    private static void WriteLine(Terminal terminal, string name, string text)
    {
        if (text.Length > 0)
        {
            terminal.Output.Write(new Spectre.Console.Text($"  {name}: {TerminalText.OneLine(text)}\n"));
        }
    }
}
