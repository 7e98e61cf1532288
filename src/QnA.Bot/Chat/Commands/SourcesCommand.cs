using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using QnA.Bot.Access;
using QnA.Bot.Following;
using QnA.Bot.Replies;
using QnA.Core.Access;

namespace QnA.Bot.Chat.Commands;

/// <summary>Says how much there is to answer from.</summary>
internal sealed class SourcesCommand(IVisibleArticles articles, TurnReaders readers, IngestionStatus ingestion) : IChatCommand
{
    public string Name => "sources";

    public string Purpose => "learn how many articles I answer from";

    public async Task<Activity> ExecuteAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var reader = readers.Of(turnContext);
        var statistics = await articles.GetStatisticsAsync(reader, cancellationToken);
        var state = ingestion.Current;
        var text = string.Create(CultureInfo.InvariantCulture, $"I answer from {statistics.Articles:N0} articles with {statistics.Passages:N0} passages.");
        var overview = await articles.GetOverviewAsync(reader, cancellationToken);
        if (overview.Languages.Count > 0)
        {
            text += $" {(overview.Languages.Count == 1 ? "Language" : "Languages")}: {string.Join(", ", overview.Languages.Select(NameOf))}.";
        }

        if (overview.Newest is { } newest)
        {
            text += $" The newest is of {newest.ToDisplayString(CultureInfo.InvariantCulture)}.";
        }

        if (!state.Completed)
        {
            text += " They are still being read.";
        }
        else if (state.Error is not null)
        {
            text += " New and changed articles cannot be taken up at this moment; I keep trying.";
        }
        else if (state.Failures.Count > 0)
        {
            text += string.Create(CultureInfo.InvariantCulture, $" {state.Failures.Count:N0} more could not be read.");
        }

        return CommandReply.Markdown(text);
    }

    private static string NameOf(string language)
    {
        try
        {
            return MarkdownText.EscapeLine(CultureInfo.GetCultureInfo(language).EnglishName);
        }
        catch (CultureNotFoundException)
        {
            return MarkdownText.EscapeLine(language);
        }
    }
}
