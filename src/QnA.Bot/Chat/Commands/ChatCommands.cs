using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using QnA.Core.Conversations;

namespace QnA.Bot.Chat.Commands;

/// <summary>The commands, <c>help</c> among them, and the welcome that names them.</summary>
internal sealed class ChatCommands
{
    private readonly List<IChatCommand> _commands;

    public ChatCommands(IEnumerable<IChatCommand> commands) => _commands = [new HelpCommand(this), .. commands];

    /// <summary>Gets the commands' words.</summary>
    public IEnumerable<string> Names => _commands.Select(c => c.Name);

    /// <summary>Finds the command that a message is; a question that only begins with its word is none.</summary>
    public IChatCommand? Find(string text) =>
        _commands.Find(c => new ChatCommandWord(c.Name, c.Purpose).IsCalledBy(text));

    public static Activity Welcome() => CommandReply.Markdown($"Hello. {ConversationWords.What}\n\nAsk me something, or say **help**.");

    private Activity Help() => CommandReply.Markdown(
        $"{ConversationWords.What} {ConversationWords.HowToAsk}\n\n"
        + string.Join('\n', _commands.Select(c => $"- **{c.Name}** to {c.Purpose}"))
        + "\n\nTo have me look in some of the articles only, add words to the question: **in:sport** for a tag, **source:newsroom**, "
        + "**by:\"Jane Smith\"** for an author, **lang:de** for a language, **since:2026-01** and **until:2026-06-30** for dates. "
        + "They count for that one question; the next one is looked for in all articles again.");

    private sealed class HelpCommand(ChatCommands owner) : IChatCommand
    {
        public string Name => ChatCommandWord.Help.Name;

        public string Purpose => ChatCommandWord.Help.Purpose;

        public Task<Activity> ExecuteAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
            Task.FromResult(owner.Help());
    }
}
