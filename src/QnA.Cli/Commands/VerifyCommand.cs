using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using QnA.Cli.Composition;
using QnA.Cli.Rendering;
using QnA.Core.Receipts;
using Spectre.Console;

namespace QnA.Cli.Commands;

/// <summary><c>qna verify</c>: checks saved answers against the articles as they are now.</summary>
internal static class VerifyCommand
{
    /// <summary>The examples of the help.</summary>
    public static readonly string[] Examples =
    [
        "qna ask \"Who won the election?\" --json > answer.json",
        "qna verify answer.json",
    ];

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Receipts or answers: a JSON object, an array or JSON Lines." };
        var index = CommonOptions.Index();
        var articles = CommonOptions.Articles();
        var command = new Command(
            "verify",
            "Checks that every quote of saved answers still stands in its article, letter for letter; ends with 1 if one does not.")
        {
            file,
            articles,
            index,
        };
        command.SetAction((result, cancellationToken) =>
        {
            var terminal = new Terminal();
            return CommandRunner.RunWithArticlesAsync(
                terminal,
                result.GetValue(articles) ?? [],
                result.GetValue(index),
                services => VerifyAsync(
                    services.GetRequiredService<ReceiptVerifier>(), terminal, result.GetRequiredValue(file), cancellationToken),
                cancellationToken);
        });
        return command;
    }

    private static async Task<int> VerifyAsync(ReceiptVerifier verifier, Terminal terminal, string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            terminal.Error($"There is no file {file}.");
            return ExitCodes.WrongUsage;
        }

        var counts = new int[Enum.GetValues<CitationOutcome>().Length];
        var (receipts, unreadable, problems) = (0, 0, 0);
        var stream = File.OpenRead(file);
        await using (stream)
        {
            await foreach (var item in ReceiptReader.ReadAsync(stream, cancellationToken))
            {
                if (item is UnreadableReceipt error)
                {
                    terminal.Error($"{file}:{error}");
                    unreadable++;
                    continue;
                }

                receipts++;
                var verification = await verifier.VerifyAsync(((ReadReceipt)item).Receipt, cancellationToken);
                foreach (var citation in verification.Citations)
                {
                    counts[(int)citation.Outcome]++;
                }

                problems += verification.Problem is null ? 0 : 1;
                VerificationView.Write(terminal, verification);
            }
        }

        if (receipts + unreadable == 0)
        {
            terminal.Error($"{file}: there is no receipt in it.");
            return ExitCodes.DoneWithFailures;
        }

        terminal.Output.Write(new Spectre.Console.Text(string.Create(
            CultureInfo.InvariantCulture,
            $"{counts[(int)CitationOutcome.Unchanged]:N0} unchanged, {counts[(int)CitationOutcome.Changed]:N0} changed, {counts[(int)CitationOutcome.Gone]:N0} gone, {counts[(int)CitationOutcome.Altered]:N0} altered, in {receipts:N0} receipts\n")));
        return counts.Sum() > counts[(int)CitationOutcome.Unchanged] || unreadable + problems > 0 ? ExitCodes.DoneWithFailures : ExitCodes.Done;
    }
}
