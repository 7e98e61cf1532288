using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using QnA.Cli.Chat;
using QnA.Cli.Composition;
using QnA.Cli.Rendering;

namespace QnA.Cli.Commands;

/// <summary><c>qna chat</c>: a conversation in the terminal.</summary>
internal static class ChatCommand
{
    /// <summary>The examples of the help.</summary>
    public static readonly string[] Examples =
    [
        "qna chat",
        "qna chat --articles ./articles",
    ];

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var articles = CommonOptions.Articles();
        var index = CommonOptions.Index();
        var command = new Command(
            "chat",
            "Answers questions one after another, sentence by sentence as they are found; a question may lean on the one before. Say help for what else can be said.")
        {
            articles,
            index,
        };
        var filter = new FilterOptions();
        filter.AddTo(command);
        var reader = new ReaderOptions();
        reader.AddTo(command);
        command.SetAction((result, cancellationToken) =>
        {
            var terminal = new Terminal();
            return CommandRunner.RunWithArticlesAsync(
                terminal,
                result.GetValue(articles) ?? [],
                result.GetValue(index),
                services => ChatAsync(
                    ActivatorUtilities.CreateInstance<ChatSession>(services, terminal, filter.Of(result), reader.Of(result)), terminal, Console.In, cancellationToken),
                cancellationToken);
        });
        return command;
    }

    private static async Task<int> ChatAsync(ChatSession session, Terminal terminal, TextReader input, CancellationToken cancellationToken)
    {
        session.Greet();
        while (true)
        {
            await terminal.Messages.Profile.Out.Writer.WriteAsync("> ");
            // A console's ReadLineAsync blocks, and Ctrl+C must end the wait at once.
            var line = await Task.Run(input.ReadLine, cancellationToken).WaitAsync(cancellationToken);
            if (line is null || (line.Trim() is { Length: > 0 } text && !await session.SayAsync(text, cancellationToken)))
            {
                return ExitCodes.Done;
            }
        }
    }
}
